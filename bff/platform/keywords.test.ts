import { keywordsOf } from './keywords'

describe('the telling words of a text', () => {
  it('are words of the dictionary, each once, in their order', () => {
    expect(keywordsOf('排队太久，材料要求多次提交，排队的秩序混乱', 8)).toEqual(['排队', '材料', '要求', '提交', '秩序', '混乱'])
  })

  it('hold no name, no number and nothing that is said everywhere', () => {
    expect(keywordsOf('演示用户张晓婷，电话13800138000，身份证990000190001010016，窗口工作人员没有办理', 8).join()).not.toMatch(/张|晓婷|\d|窗口|工作人员/)
  })

  it('are so many at most, and none where nothing is said', () => {
    expect(keywordsOf('排队 材料 态度 秩序 停车 电梯', 3)).toHaveLength(3)
    for (const text of ['', '。。。', 'very slow', '😀']) expect(keywordsOf(text, 8)).toEqual([])
  })
})
