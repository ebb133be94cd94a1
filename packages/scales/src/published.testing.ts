/** Clerks of thirty departments on seven questions (Chatterjee and Price 1977, Regression Analysis by Example; `attitude` in R). */
export const attitude: readonly (readonly number[])[] = `
43 51 30 39 61 92 45|63 64 51 54 63 73 47|71 70 68 69 76 86 48|61 63 45 47 54 84 35|81 78 56 66 71 83 47|43 55 49 44 54 49 34
58 67 42 56 66 68 35|71 75 50 55 70 66 41|72 82 72 67 71 83 31|67 61 45 47 62 80 41|64 53 53 58 58 67 34|67 60 47 39 59 74 41
69 62 57 42 55 63 25|68 83 83 45 59 77 35|77 77 54 72 79 77 46|81 90 50 72 60 54 36|74 85 64 69 79 79 63|65 60 65 75 55 80 60
65 70 46 57 75 85 46|50 58 68 54 64 78 52|50 40 33 34 43 64 33|64 61 52 62 66 80 41|53 66 52 50 63 80 37|40 37 42 58 50 57 49
63 54 42 48 66 75 33|66 77 66 63 88 76 72|78 75 58 74 80 78 49|48 57 44 45 51 83 38|85 85 71 71 77 74 55|82 82 39 59 64 78 39`
  .trim()
  .split(/[|\n]/)
  .map((row) => row.split(' ').map(Number))

const symmetric = (lower: readonly (readonly number[])[]): number[][] =>
  lower.map((_, one) => lower.map((__, other) => lower[Math.max(one, other)]![Math.min(one, other)]!))

/** Covariances of 301 pupils (Holzinger and Swineford 1939, as in lavaan's example), three tests for each of three abilities. */
export const holzingerSwineford = {
  visual: symmetric([[1.358], [0.407, 1.382], [0.58, 0.451, 1.275]]),
  textual: symmetric([[1.351], [1.098, 1.66], [0.896, 1.015, 1.196]]),
  speed: symmetric([[1.183], [0.535, 1.022], [0.373, 0.457, 1.015]]),
}

/** Correlations of five tests, 100 people (Spearman; Harman, Modern Factor Analysis, pp. 116, 391). */
export const spearman = symmetric([[1], [0.485, 1], [0.4, 0.397, 1], [0.397, 0.397, 0.335, 1], [0.295, 0.247, 0.275, 0.195, 1]])

/** Covariances of four vocabulary tests, 649 people (Lord 1957; Jöreskog 1971, Psychometrika 36:109). */
export const lord = symmetric([[86.3979], [57.7751, 86.2632], [56.8651, 59.3177, 97.285], [58.8986, 59.6683, 73.8201, 97.8192]])

/** Hours of sleep won with each of two drugs (Student 1908, Biometrika 6:1; `sleep` in R). */
export const sleep = {
  first: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  second: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
}
