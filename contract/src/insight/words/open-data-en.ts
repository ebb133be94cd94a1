export const openDataRefusals = {
  'noisy-already':
    'This figure was published with noise before. A second time would let anybody average the noise away, so there is only one.',
  'noisy-budget':
    'The privacy budget of {year} has {left} % left, which is not enough. Choose more noise (a smaller percentage), or wait until next year.',
}
