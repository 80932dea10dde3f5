using Handel.Pages.Description;

namespace Handel.Pages.Setup;

/// <summary>The way to the one record of who we are: it is opened at once (COM-01).</summary>
internal sealed class CompanyInformationList()
    : PageDefinition(CompanyInformationCard.Set, PageKind.List)
{
    protected override void Describe(PageBuilder page)
    {
        page.From(CompanyInformationCard.Set, ApiRoute.Trade)
            .Opens(CompanyInformationCard.Card)
            .OpensAtOnce()
            .Title("displayName");
        page.Columns().Field("displayName").Important().Field("city").Field("iban");
    }
}

/// <summary>Who we are, as documents say it: address, numbers, bank (COM-01..04).</summary>
internal sealed class CompanyInformationCard() : PageDefinition(Card, PageKind.Card)
{
    public const string Set = "companyInformation";
    public const string Card = "companyInformationCard";

    protected override void Describe(PageBuilder page)
    {
        page.From(Set, ApiRoute.Trade).Title("displayName").Editable(insert: false, delete: false);
        page.Group("general")
            .Field("displayName")
            .Important()
            .All("displayName2", "contact", "phoneNumber", "email", "website");
        page.Group("address")
            .All("addressLine1", "addressLine2", "postalCode", "city", "state")
            .Field("country", Lookups.Codes("countriesRegions"));
        page.Group("registration")
            .Field("taxRegistrationNumber")
            .Important()
            .All("registrationNumber", "eoriNumber", "gln", "industrialClassification");
        page.Group("bank")
            .Field("iban")
            .Kind(FieldKind.Code)
            .Important()
            .Field("ibanIsValid")
            .Kind(FieldKind.Boolean)
            .ReadOnly()
            .Field("bic")
            .Kind(FieldKind.Code)
            .All("bankName", "bankBranchNumber", "bankAccountNumber")
            .Field("allowBlankPaymentInformation")
            .Kind(FieldKind.Boolean);
        page.Group("delivery")
            .Field("locationCode", Lookups.Codes("locations"))
            .All("shipToName", "shipToAddressLine1", "shipToAddressLine2")
            .All("shipToPostCode", "shipToCity")
            .Field("shipToCountry", Lookups.Codes("countriesRegions"));
    }
}
