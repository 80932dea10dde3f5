using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Kernel.Registration;
using Handel.Ledgers.Setup;

namespace Handel.Api.Masters;

/// <summary>Who we are: one row, whole on the extension (COM-01..04).</summary>
internal static class CompanyInformationResource
{
    private const int NumberLength = 20;
    private const int TextLength = 100;

    public static IEnumerable<Resource> All() =>
        [Standard().Update(Writes().Update), Extension().Update(ExtensionWrites().Update)];

    private static RowWrites<CompanyInformation> Writes() =>
        new RowWrites<CompanyInformation>(CompanyInformation.Entity)
            .Set<string>("displayName", (c, text) => c.Address = c.Address with { Name = text })
            .Set<string>("addressLine1", (c, text) => c.Address = c.Address with { Line1 = text })
            .Set<string>("addressLine2", (c, text) => c.Address = c.Address with { Line2 = text })
            .Set<string>("city", (c, text) => c.Address = c.Address with { City = text })
            .Set<string>("state", (c, text) => c.Address = c.Address with { County = text })
            .Set<string>("postalCode", (c, text) => c.Address = c.Address with { PostCode = text })
            .Pair<CountryRegion>(
                ("", "country"),
                country => country.Code,
                (c, code) => c.Address = c.Address with { CountryCode = code }
            )
            .Set<string>("phoneNumber", (c, text) => c.Phone = text)
            .Set<string>("email", (c, text) => c.Email = text)
            .Set<string>("website", (c, text) => c.Website = text)
            .Set<string>("taxRegistrationNumber", (c, text) => c.VatRegistrationNo = text)
            .Check(CheckVatNumber);

    // COM-01..03
    private static RowWrites<CompanyInformation> ExtensionWrites() =>
        Writes()
            .Set<string>("displayName2", (c, text) => c.Address = c.Address with { Name2 = text })
            .Set<string>("contact", (c, text) => c.Address = c.Address with { Contact = text })
            .Set<string>("registrationNumber", (c, text) => c.RegistrationNo = text)
            .Set<string>("gln", (c, text) => c.Gln = text)
            .Set<string>("eoriNumber", (c, text) => c.EoriNo = text)
            .Set<string>("industrialClassification", (c, text) => c.IndustrialClassification = text)
            .Set<string>("bankName", (c, text) => c.BankName = text)
            .Set<string>("bankBranchNumber", (c, text) => c.BankBranchNo = text)
            .Set<string>("bankAccountNumber", (c, text) => c.BankAccountNo = text)
            .Set<string>("iban", (c, text) => c.Iban = text.Trim())
            .Set<string>("bic", (c, text) => c.Bic = text.Trim())
            .Set<bool>("allowBlankPaymentInformation", (c, on) => c.AllowBlankPaymentInfo = on)
            .Pair<Location>(("", "locationCode"), l => l.Code, (c, code) => c.LocationCode = code)
            .Set<string>("shipToName", (c, text) => c.ShipTo = c.ShipTo with { Name = text })
            .Set<string>("shipToAddressLine1", (c, t) => c.ShipTo = c.ShipTo with { Line1 = t })
            .Set<string>("shipToAddressLine2", (c, t) => c.ShipTo = c.ShipTo with { Line2 = t })
            .Set<string>(
                "shipToPostCode",
                (c, text) => c.ShipTo = c.ShipTo with { PostCode = text }
            )
            .Set<string>("shipToCity", (c, text) => c.ShipTo = c.ShipTo with { City = text })
            .Pair<CountryRegion>(
                ("", "shipToCountry"),
                country => country.Code,
                (c, code) => c.ShipTo = c.ShipTo with { CountryCode = code }
            );

    private static Resource<CompanyInformation> Extension() =>
        Common(
                Resource.Extension(
                    CompanyInformation.Entity,
                    CompanyInformation.Entity,
                    s => s.Rows<CompanyInformation>(),
                    like: CompanyInformation.Entity
                )
            )
            .Field("displayName2", c => c.Address.Name2, Access.ReadWrite, TextLength)
            .Field("contact", c => c.Address.Contact, Access.ReadWrite, TextLength)
            .Field("registrationNumber", c => c.RegistrationNo, Access.ReadWrite, NumberLength)
            .Field("gln", c => c.Gln, Access.ReadWrite, NumberLength)
            .Field("eoriNumber", c => c.EoriNo, Access.ReadWrite, NumberLength)
            .Field(
                "industrialClassification",
                c => c.IndustrialClassification,
                Access.ReadWrite,
                TextLength
            )
            .Field("bankName", c => c.BankName, Access.ReadWrite, TextLength)
            .Field("bankBranchNumber", c => c.BankBranchNo, Access.ReadWrite, NumberLength)
            .Field("bankAccountNumber", c => c.BankAccountNo, Access.ReadWrite, NumberLength)
            .Field("iban", c => c.Iban, Access.ReadWrite, TextLength)
            // COM-04: told while it is edited, refused by nothing here.
            .Mapped<string, bool>(
                "ibanIsValid",
                c => c.Iban,
                iban => iban.Length == 0 || Iban.IsValid(iban),
                _ => null
            )
            .Field("bic", c => c.Bic, Access.ReadWrite, NumberLength)
            .Field("allowBlankPaymentInformation", c => c.AllowBlankPaymentInfo, Access.ReadWrite)
            .Field("locationCode", c => c.LocationCode, Access.ReadWrite, NumberLength)
            .Field("shipToName", c => c.ShipTo.Name, Access.ReadWrite, TextLength)
            .Field("shipToAddressLine1", c => c.ShipTo.Line1, Access.ReadWrite, TextLength)
            .Field("shipToAddressLine2", c => c.ShipTo.Line2, Access.ReadWrite, TextLength)
            .Field("shipToPostCode", c => c.ShipTo.PostCode, Access.ReadWrite, NumberLength)
            .Field("shipToCity", c => c.ShipTo.City, Access.ReadWrite, TextLength)
            .Field("shipToCountry", c => c.ShipTo.CountryCode, Access.ReadWrite, NumberLength)
            .BlankRest();

    private static Task CheckVatNumber(RowEdit<CompanyInformation> edit)
    {
        var (country, number) = (edit.Row.Address.CountryCode, edit.Row.VatRegistrationNo);
        var record = new Handel.Kernel.Problems.RecordRef(edit.Set, "");
        if (
            edit.Given.Has("taxRegistrationNumber")
            && PartyChecks.FindInVatNumber(record, country, number) is { } problem
        )
            edit.Problems.Add(problem);
        return Task.CompletedTask;
    }

    private static Resource<CompanyInformation> Standard() =>
        Common(Resource.Of(CompanyInformation.Entity, s => s.Rows<CompanyInformation>()))
            .BlankRest();

    private static Resource<CompanyInformation> Common(Resource<CompanyInformation> resource) =>
        resource
            .Field("id", c => c.Id)
            .Field("displayName", c => c.Address.Name)
            .Field("addressLine1", c => c.Address.Line1)
            .Field("addressLine2", c => c.Address.Line2)
            .Field("city", c => c.Address.City)
            .Field("state", c => c.Address.County)
            .Field("country", c => c.Address.CountryCode)
            .Field("postalCode", c => c.Address.PostCode)
            .Field("phoneNumber", c => c.Phone)
            .Field("email", c => c.Email)
            .Field("website", c => c.Website)
            .Field("taxRegistrationNumber", c => c.VatRegistrationNo)
            .Field(
                "currencyCode",
                (_, s) => s.Rows<GlSetup>().Select(g => g.LcyCode).FirstOrDefault()
            )
            // No logo is kept yet: there is none to show, which is 204 (API-PIC-1).
            .Stream("picture", new MediaHandlers((_, _) => Task.FromResult<MediaContent?>(null)))
            .Field("lastModifiedDateTime", c => c.ModifiedAt)
            .ETag(c => c.Version);
}
