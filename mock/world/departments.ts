/** A department of the demo city: its invented credit code (GB 32100), and its name. */
export const departments = {
  onewindow: { creditCode: '11990000DEPT00001J', name: '政务服务数据管理局' },
  socialsecurity: { creditCode: '11990000DEPT00002M', name: '人力资源和社会保障局' },
  housing: { creditCode: '11990000DEPT00003Q', name: '住房和城乡建设局' },
  transport: { creditCode: '11990000DEPT00004U', name: '交通运输局' },
  police: { creditCode: '11990000DEPT00005Y', name: '公安局' },
  market: { creditCode: '11990000DEPT000062', name: '市场监督管理局' },
  fire: { creditCode: '11990000DEPT000075', name: '消防救援支队' },
  education: { creditCode: '11990000DEPT000088', name: '教育局' },
  land: { creditCode: '11990000DEPT00009B', name: '规划和自然资源局' },
  fund: { creditCode: '11990000DEPT00010G', name: '住房公积金管理中心' },
} as const
export type DepartmentId = keyof typeof departments
