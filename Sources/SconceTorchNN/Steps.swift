import SconceLua
import SconceNN

extension Library {
  /// `require('sconce.nn').Steps`: what `lua/optim` calls. Each returns whether it could; whatever it is given that is
  /// not meant for it, it could not, and the optimizer finds out what to say.
  mutating func steps() {
    step("Steps.descent", "A step of optim.sgd without settings.", form("x, g, rate, t", Steps.descent))
    step(
      "Steps.sgd", "A step of optim.sgd in one go.",
      form("x, g, rate, decay, [v], momentum, fresh, nesterov, [rates], [scaled]", Steps.sgd))
    step(
      "Steps.nag", "A step of optim.nag in one go.",
      form("x, g, v, rate, decay, momentum, [rates], [scaled]", Steps.nag))
    step(
      "Steps.adam", "A step of optim.adam in one go.",
      form("x, g, m, v, root, rate, decay, beta1, beta2, epsilon", Steps.adam))
    step(
      "Steps.adamax", "A step of optim.adamax in one go.",
      form("x, g, m, u, rows, rate, decay, beta1, beta2, epsilon", Steps.adamax))
    step(
      "Steps.adagrad", "A step of optim.adagrad in one go.", form("x, g, s, root, rate, decay", Steps.adagrad))
    step(
      "Steps.adadelta", "A step of optim.adadelta in one go.",
      form("x, g, s, root, d, a, decay, rho, epsilon", Steps.adadelta))
    step(
      "Steps.rmsprop", "A step of optim.rmsprop in one go.",
      form("x, g, m, root, rate, decay, alpha, epsilon", Steps.rmsprop))
    step(
      "Steps.asgd", "A step of optim.asgd in one go.",
      form("x, g, a, difference, rate, keep, share", Steps.asgd))
    step(
      "Steps.rprop", "A step of optim.rprop in one go.",
      form(
        "x, g, before, size, sign, a: ByteTensor, b: ByteTensor, z: ByteTensor, o: ByteTensor, grow, shrink, least, most",
        Steps.rprop))
  }

  private mutating func step(_ name: StaticString, _ summary: StaticString, _ form: Form) {
    define(name, method: .none, for: .floats, summary, form, declined)
  }
}

private let declined = form("[x], ...") { (_: Anything?) in false }
