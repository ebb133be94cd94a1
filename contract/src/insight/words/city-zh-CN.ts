/** What the server says about the city. */
export const cityRefusals = {
  'city-away': '全市的数字现在读不到，请过几分钟再看。本街道的事照常办，不受影响。',
}
