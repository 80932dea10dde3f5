using Handel.Kernel.Registration;
using Xunit;

namespace Handel.Kernel.Tests.Registration;

/// <summary>Numbers of real shape, each with its check digit (COM-05, CUS-06).</summary>
public sealed class VatNumberTests
{
    [Theory]
    [InlineData("AT", "ATU13585627")]
    [InlineData("BE", "BE0428759497")]
    [InlineData("BE", "BE 0403.170.701")]
    [InlineData("BG", "BG175074752")]
    [InlineData("CH", "CHE-107.787.577 IVA")]
    [InlineData("CH", "CHE-116.281.710 MWST")]
    [InlineData("CY", "CY10259033P")]
    [InlineData("CZ", "CZ25123891")]
    [InlineData("CZ", "CZ7103192745")]
    [InlineData("DE", "DE136695976")]
    [InlineData("DE", "DE 111 111 125")]
    [InlineData("DK", "DK13585628")]
    [InlineData("EE", "EE100931558")]
    [InlineData("GR", "EL094259216")]
    [InlineData("EL", "EL094014201")]
    [InlineData("ES", "ESB58378431")]
    [InlineData("ES", "ESJ99216582")]
    [InlineData("ES", "ES54362315K")]
    [InlineData("ES", "ESX2482300W")]
    [InlineData("FI", "FI20774740")]
    [InlineData("FR", "FR40303265045")]
    [InlineData("FR", "FR23334175221")]
    [InlineData("FR", "FRK7399859412")]
    [InlineData("FR", "FR4Z123456782")]
    [InlineData("GB", "GB980780684")]
    [InlineData("GB", "GB802311782")]
    [InlineData("GB", "GBGD001")]
    [InlineData("XI", "XI980780684")]
    [InlineData("HR", "HR33392005961")]
    [InlineData("HU", "HU12892312")]
    [InlineData("IE", "IE6433435F")]
    [InlineData("IE", "IE6433435OA")]
    [InlineData("IE", "IE8D79739I")]
    [InlineData("IT", "IT00743110157")]
    [InlineData("LT", "LT119511515")]
    [InlineData("LT", "LT100001919017")]
    [InlineData("LU", "LU15027442")]
    [InlineData("LV", "LV40003521600")]
    [InlineData("MT", "MT11679112")]
    [InlineData("NL", "NL004495445B01")]
    [InlineData("NL", "NL002455799B11")]
    [InlineData("NL", "nl 1234.56.789.b13")]
    [InlineData("NO", "NO 988 077 917 MVA")]
    [InlineData("PL", "PL8567346215")]
    [InlineData("PT", "PT501964843")]
    [InlineData("RO", "RO18547290")]
    [InlineData("SE", "SE123456789701")]
    [InlineData("SI", "SI50223054")]
    [InlineData("SK", "SK2022749619")]
    public void A_number_with_its_check_digit_is_right(string country, string number) =>
        Assert.Equal(VatNumberVerdict.Right, VatNumbers.Check(country, number));

    [Theory]
    [InlineData("AT", "ATU13585626")]
    [InlineData("BE", "BE0428759498")]
    [InlineData("BG", "BG175074751")]
    [InlineData("CH", "CHE-107.787.578 IVA")]
    [InlineData("CY", "CY10259033Z")]
    [InlineData("CZ", "CZ25123890")]
    [InlineData("DE", "DE136695978")]
    [InlineData("DK", "DK13585627")]
    [InlineData("EE", "EE100594103")]
    [InlineData("GR", "EL123456789")]
    [InlineData("ES", "ESB58378432")]
    [InlineData("ES", "ES54362315Z")]
    [InlineData("FI", "FI20774741")]
    [InlineData("FR", "FR84323140391")]
    [InlineData("GB", "GB802311781")]
    [InlineData("HR", "HR33392005962")]
    [InlineData("HU", "HU12892313")]
    [InlineData("IE", "IE6433435E")]
    [InlineData("IT", "IT00743110158")]
    [InlineData("LT", "LT100001919018")]
    [InlineData("LU", "LU15027443")]
    [InlineData("LV", "LV40003521601")]
    [InlineData("MT", "MT11679113")]
    [InlineData("NL", "NL004495446B01")]
    [InlineData("NO", "NO988077918MVA")]
    [InlineData("PL", "PL8567346216")]
    [InlineData("PT", "PT501964842")]
    [InlineData("RO", "RO18547291")]
    [InlineData("SE", "SE123456789101")]
    [InlineData("SI", "SI50223055")]
    [InlineData("SK", "SK2022749618")]
    public void A_number_with_a_wrong_digit_is_told(string country, string number) =>
        Assert.Equal(VatNumberVerdict.WrongCheckDigit, VatNumbers.Check(country, number));

    [Theory]
    [InlineData("NL", "NL12345678B01")]
    [InlineData("NL", "NL004495445X01")]
    [InlineData("NL", "DE136695976")]
    [InlineData("BE", "BE2428759497")]
    [InlineData("DE", "DE13669597")]
    [InlineData("AT", "AT13585627")]
    [InlineData("GB", "GBXX001")]
    [InlineData("CH", "107787577")]
    public void A_number_in_no_form_of_its_country_is_told(string country, string number) =>
        Assert.Equal(VatNumberVerdict.WrongFormat, VatNumbers.Check(country, number));

    [Theory]
    [InlineData("US", "12-3456789")]
    [InlineData("", "whatever")]
    [InlineData("NL", "")]
    public void Without_a_format_anything_is_accepted(string country, string number) =>
        Assert.Equal(VatNumberVerdict.NotChecked, VatNumbers.Check(country, number));

    [Fact]
    public void The_forms_of_a_country_can_be_shown() =>
        Assert.Equal(["#########B##"], VatNumbers.FormatsOf("nl"));

    [Theory]
    [InlineData("NL91 ABNA 0417 1643 00", true)]
    [InlineData("BE68539007547034", true)]
    [InlineData("GB82WEST12345698765432", true)]
    [InlineData("NL91ABNA0417164301", false)]
    [InlineData("NL91ABNA041716430é", false)]
    [InlineData("NL9", false)]
    [InlineData("NL91ABNA04171643000000000000000000000", false)]
    public void COM_04_an_account_number_counts_to_one(string iban, bool isValid) =>
        Assert.Equal(isValid, Iban.IsValid(iban));
}
