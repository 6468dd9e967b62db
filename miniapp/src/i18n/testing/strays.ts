import ts from 'typescript'
import { nodesIn, type Phone } from './program'

const CHINESE = /[\u3400-\u9fff\uf900-\ufaff]/
/** Attributes that people read or hear. */
const SAID = ['title', 'label', 'text', 'note', 'placeholder', 'alt', 'aria-label', 'ariaLabel', 'message', 'confirm', 'cancel']
const WORD = /[A-Za-z]{2}/

const parentsOf = (node: ts.Node): ts.Node[] => (node.parent ? [node.parent, ...parentsOf(node.parent)] : [])
const said = (node: ts.Node): string => (ts.isJsxText(node) || ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) ? node.text : '')
/** Whether a literal stands where people would read it, whatever its language. */
const isShown = (node: ts.Node): boolean => {
  // What is compared is no text; what stands on a key is the same in every language.
  if (ts.isBinaryExpression(node.parent) && /^[!=]==$/.test(node.parent.operatorToken.getText()) || ts.isJsxElement(node.parent) && node.parent.openingElement.tagName.getText() === 'kbd') return false
  if (ts.isJsxText(node)) return true
  const attribute = parentsOf(node).find((one) => ts.isJsxAttribute(one) || ts.isCallExpression(one) || ts.isArrowFunction(one))
  if (attribute && ts.isJsxAttribute(attribute)) return ts.isIdentifier(attribute.name) && SAID.includes(attribute.name.text) && !parentsOf(node).some(ts.isTypeNode)
  return node.parent !== undefined && ts.isJsxExpression(node.parent) && !ts.isJsxAttribute(node.parent.parent)
}

/** Words for people that do not stand in the catalogue: Chinese anywhere, any language where it would be shown. */
export const straysIn = ({ files, nameOf }: Phone): string[] => files
  // The hosts read the titles of pages before the app runs, and in one language.
  .filter((file) => !/^i18n\/|\.config\.ts$/.test(nameOf(file)))
  .flatMap((file) => nodesIn(file).flatMap((node) => {
    const text = said(node).trim()
    const stray = CHINESE.test(text) || (WORD.test(text) && isShown(node))
    return stray ? [`${nameOf(file)}: ${text.slice(0, 60)}`] : []
  }))
