import HostPlatform
import Testing

struct VariableExpansionTests {
    @Test(arguments: [
        (Platform.linux, "$A/${A}x/$NO/${NO}/%A%", "1/1x/$NO/${NO}/%A%"), (.linux, "$B", "$A"), (.linux, "$", "$"),
        (.linux, "${A", "${A"), (.linux, "$$A", "$1"), (.linux, "x$EMPTY", "x"), (.linux, "${}", "${}"),
        (.linux, "$D-E", "$D-E"), (.linux, "${D-E}", "dash"), (.linux, "$Aé", "1é"), (.macos, "$A", "1"),
        (.windows, "%A%/%NO%/$A/${a}/%a", "1/%NO%/1/1/%a"), (.windows, "'%A%'%A%", "'%A%'1"),
        (.windows, "%%A%%", "%A%"),
        (.windows, "$$A", "$A"), (.windows, "'$A", "'$A"), (.windows, "$D-E", "dash"), (.windows, "${A", "${A"),
        (.windows, "$", "$"), (.windows, "%", "%"),
    ])
    func `variables are expanded as os path expandvars does`(_ platform: Platform, _ text: String, _ expanded: String) {
        #expect(Host.madeUp(platform).expandingVariables(text) == expanded)
    }

    @Test(arguments: [
        ("$A/${A}/%A%", "1/1/1"), ("%NO%/$NO/${NO}", "%NO%/$NO/${NO}"), ("%NO%A%", "%NO%A%"), ("$$", "$$"),
        ("%%", "%%"),
        ("${A", "${A"), ("$1A", "$1A"),
    ])
    func `the search path knows every style of variable`(_ text: String, _ expanded: String) {
        #expect(Host.madeUp(.linux).expandingVariablesAnyStyle(text) == expanded)
    }
}
