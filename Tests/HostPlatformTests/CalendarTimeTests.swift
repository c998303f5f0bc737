import Testing

@testable import HostPlatform

@Suite struct CalendarTimeTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
        (4_102_444_799, "2099-12-31T23:59:59Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
        (-62_135_596_800, "0001-01-01T00:00:00Z"), (1_785_580_830, "2026-08-01T10:40:30Z"),
    ])
    func `seconds since 1970 are a date and a time`(seconds: Int, text: String) {
        #expect(CalendarTime.text(seconds) == text)
    }

    @Test(arguments: [Int.max, Int.min, 253_402_300_800, -62_135_596_801])
    func `moments without a year of four digits have no text`(seconds: Int) {
        #expect(CalendarTime.text(seconds) == nil)
    }
}
