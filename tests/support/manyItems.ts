import type { Searchable } from '../../bff/capabilities/catalogue/asking'

const districts = '荔湾 越秀 海珠 天河 白云 黄埔 番禺 花都 南沙 从化 增城'.split(' ')
const subjects = `食品生产 药品零售 医疗器械 旅馆业 公共场所卫生 道路货运 旅客运输 危险货物 港口经营 取水 排水 河道采砂 林木采伐 种子生产 兽药经营 动物诊疗 渔业捕捞 农药经营
  民办学校 教师职称 校车使用 养老机构 社会团体 基金会 公墓建设 婚姻介绍 收养关系 职业中介 劳务派遣 集体合同 工程施工 建筑起重 商品房预售 物业服务 燃气经营 城市绿地 户外广告 临时占道
  夜间施工 垃圾处置 排污 辐射安全 危险废物 电影放映 营业演出 娱乐场所 网吧 印刷经营 文物保护 体育设施 外国人工作 船舶登记 计量标准 检验检测 广告发布 股权出质 拍卖企业 烟草零售 宗教场所 档案移交
  人防工程 气象探测 防雷装置 地图审核 测绘资质 测绘成果 矿产开采 土地复垦 海域使用 无线电台 种畜繁育 水产苗种 蜂蜜采集 茶叶加工 粮食收购 盐业批发 汽车租赁 驾驶培训 机动车维修 公交线路 网络借贷 融资担保`.split(/\s+/)
const acts = '设立许可 变更登记 注销登记 延续换证 补发证书 年度检验 备案 资质认定 审批 补贴申领 信息查询 异议处理'.split(' ')

/** So many items that are nobody's, by eleven districts, some eighty subjects and twelve acts; each has its own name and everyday word. */
export const manyItems = (count: number): Searchable[] => {
  const most = districts.length * subjects.length * acts.length
  if (count > most) throw new Error(`there are only ${most}`)
  return Array.from({ length: count }, (_, i) => {
    const district = districts[i % districts.length] ?? ''
    const subject = subjects[Math.floor(i / districts.length) % subjects.length] ?? ''
    const act = acts[Math.floor(i / (districts.length * subjects.length))] ?? ''
    return {
      itemId: `many-${i}`, name: { zh: `${district}${subject}${act}`, en: `Item ${i}` }, summary: { zh: `${district}区${subject}的${act}`, en: `Made up for measuring, ${i}` },
      aliases: [`${district}弄${subject}${act.slice(0, 2)}`], withdrawn: null,
    }
  })
}
