/**
 * Something the person who runs Ronghe can put right. Its message is a whole sentence, meant to be read on a terminal without
 * a stack trace; everything else that goes wrong is a plain `Error`.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}
