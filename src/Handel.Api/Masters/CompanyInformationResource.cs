using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.Ledgers.Setup;

namespace Handel.Api.Masters;

/// <summary>Who we are: one row.</summary>
internal static class CompanyInformationResource
{
    public static Resource Create() =>
        Fields()
            .Update(
                new RowWrites<CompanyInformation>("companyInformation")
                    .Set<string>(
                        "displayName",
                        (c, text) => c.Address = c.Address with { Name = text }
                    )
                    .Set<string>(
                        "addressLine1",
                        (c, text) => c.Address = c.Address with { Line1 = text }
                    )
                    .Set<string>(
                        "addressLine2",
                        (c, text) => c.Address = c.Address with { Line2 = text }
                    )
                    .Set<string>("city", (c, text) => c.Address = c.Address with { City = text })
                    .Set<string>("state", (c, text) => c.Address = c.Address with { County = text })
                    .Set<string>(
                        "postalCode",
                        (c, text) => c.Address = c.Address with { PostCode = text }
                    )
                    .Pair<CountryRegion>(
                        ("", "country"),
                        country => country.Code,
                        (c, code) => c.Address = c.Address with { CountryCode = code }
                    )
                    .Set<string>("phoneNumber", (c, text) => c.Phone = text)
                    .Set<string>("email", (c, text) => c.Email = text)
                    .Set<string>("website", (c, text) => c.Website = text)
                    .Set<string>("taxRegistrationNumber", (c, text) => c.VatRegistrationNo = text)
                    .Check(CheckVatNumber)
                    .Update
            );

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

    private static Resource<CompanyInformation> Fields() =>
        Resource
            .Of("companyInformation", s => s.Rows<CompanyInformation>())
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
            .ETag(c => c.Version)
            .BlankRest();
}
