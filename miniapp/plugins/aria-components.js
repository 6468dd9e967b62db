const common = [
  'aria-label', 'aria-hidden', 'aria-checked', 'aria-disabled', 'aria-selected', 'aria-expanded', 'aria-live', 'aria-busy', 'aria-modal', 'aria-level',
]
const names = ['View', 'Text', 'Button', 'Image', 'Input', 'Textarea', 'ScrollView']

/** WeChat reads aria-role, Alipay reads role. */
module.exports.components = (target) => {
  const attributes = Object.fromEntries([...common, target === 'alipay' ? 'role' : 'aria-role'].map((name) => [name, '']))
  return Object.fromEntries(names.map((name) => [name, { ...attributes }]))
}
