// Stands where a library brings along what is not used here or is a script of its own (plugins/polyfills.js).
export default {}
