/** What the server says about the city. */
export const cityRefusals = {
  'city-away': 'The city’s figures cannot be read just now. Please look again in a few minutes; your street’s own work goes on as usual.',
}
