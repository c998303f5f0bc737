import LosslessYAML
import Testing

@testable import Condarc

@Suite struct AuthHandlerNameTests {
    @Test(arguments: ["anaconda_auth", "anacondaauth", "anaconda-aut", "Anaconda_Auth", "anaconda-oauth"])
    func `what is nearly the handler's name is told`(_ text: String) {
        #expect(
            AuthHandlerName.complaint(about: text)
                == Complaint(
                    "no handler is known as '\(text)', and conda then sends no token",
                    "did you mean '\(name: "anaconda-auth")'?"))
    }

    @Test(arguments: ["anaconda-auth", "Anaconda-Auth", " anaconda-auth ", "basic", "corp-sso", ""])
    func `the name as conda takes it is let pass, and that of another plugin`(_ text: String) {
        #expect(AuthHandlerName.complaint(about: text) == nil)
    }
}
