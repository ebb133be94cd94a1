import type { Chance } from './chance.ts'

const surnames = Array.from(
  '李王张刘陈杨黄赵周吴徐孙马朱胡郭何罗高林郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
)
const given = Array.from(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文辉玲珍燕云飞鹏宇浩婷雪琴凤洁晶丹萍莉鑫波斌宁欣怡佳慧颖晨东海山川林森松柏春秋冬月星辰安康宏达福贵顺利荣昌',
)

/** A name nobody was asked for: put together by chance from common characters. */
export const inventName = (chance: Chance): string =>
  chance.pick(surnames) + chance.pick(given) + (chance.in(0.72) ? chance.pick(given) : '')

/** Numbers of the demo lie in 1991…, apart from those of the named people in 1990…. */
export const inventPhone = (index: number): string => `1991${String(index).padStart(7, '0')}`
