using System.Globalization;
using System.Xml.Linq;
using Handel.Exchange.Audit;
using Handel.Kernel;
using Xunit;
using static Handel.Api.Tests.Resources.TaxGiven;

namespace Handel.Api.Tests.Resources;

/// <summary>The Dutch audit file of a year, over HTTP (AUD-08).</summary>
public sealed class AuditFileTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private static readonly XNamespace Xaf = AuditFileWriter.Namespace;
    private readonly TaxGiven _given = new(trade);

    [Fact]
    public async Task AUD_08_the_file_of_a_year_holds_its_books_and_agrees_with_itself()
    {
        var sold = await SettledBooks.Begin(trade);
        var bought = await SettledBooks.Begin(trade, direction: Direction.Purchase);
        await sold.Invoice(new { postingDate = "2025-12-30" }, ("1000", 500m));
        var invoice = await sold.Invoice(new { }, ("1000", 1000m), ("1001", 100m));
        await bought.Invoice(new { }, ("1000", 600m));
        var receipt = await sold.Pay(new(-400m, SettledBooks.Day.AddDays(3)));
        await sold.Apply(receipt, invoice);

        var file = await Download("2026");

        var company = file.Root!.Element(Xaf + "company")!;
        Assert.Equal(Xaf + "auditfile", file.Root.Name);
        Assert.Equal("2026", ValueOf(file.Root, "header", "fiscalYear"));
        Assert.Equal("2026-12-31", ValueOf(file.Root, "header", "endDate"));
        Assert.Equal("EUR", ValueOf(file.Root, "header", "curCode"));
        SectionsStandInTheOrderOfTheStandard(company);
        await LinesAreTheEntriesOfTheYear(company);
        TotalsAreThoseOfTheLines(company.Element(Xaf + "transactions")!, "trLine");
        TotalsAreThoseOfTheLines(company.Element(Xaf + "openingBalance")!, "obLine");
        OpeningBalanceIsTheYearBefore(company);
        NamesThatAreReferredToAreThere(company);
        VatStandsOnItsLine(company, Text(invoice, "documentNumber"));
        PartiesAreThere(company, sold.PartyNo, bought.PartyNo);
    }

    private static void SectionsStandInTheOrderOfTheStandard(XElement company) =>
        Assert.Equal(
            [
                "customersSuppliers",
                "generalLedger",
                "vatCodes",
                "periods",
                "openingBalance",
                "transactions",
            ],
            company
                .Elements()
                .Select(element => element.Name.LocalName)
                .SkipWhile(name => name != "customersSuppliers")
        );

    private async Task LinesAreTheEntriesOfTheYear(XElement company)
    {
        var rows = await _given.Rows(
            "generalLedgerEntries?$filter=postingDate ge 2026-01-01 and postingDate le 2026-12-31"
                + "&$orderby=entryNumber"
        );
        var lines = company
            .Descendants(Xaf + "trLine")
            .OrderBy(line => int.Parse(ValueOf(line, "nr"), CultureInfo.InvariantCulture));

        Assert.NotEmpty(rows);
        Assert.Equal(
            rows.Select(row =>
                (
                    Text(row, "accountNumber"),
                    Number(row, "debitAmount") - Number(row, "creditAmount")
                )
            ),
            lines.Select(line => (ValueOf(line, "accID"), Amount(line)))
        );
        // Every transaction balances by itself.
        Assert.All(
            company.Descendants(Xaf + "transaction"),
            one => Assert.Equal(0m, one.Elements(Xaf + "trLine").Sum(Amount))
        );
    }

    private static void TotalsAreThoseOfTheLines(XElement section, string name)
    {
        var lines = section.Descendants(Xaf + name).ToList();
        Assert.Equal(ValueOf(section, "linesCount"), $"{lines.Count}");
        Assert.Equal(Money(section, "totalDebit"), lines.Select(Amount).Where(a => a > 0m).Sum());
        Assert.Equal(Money(section, "totalCredit"), -lines.Select(Amount).Where(a => a < 0m).Sum());
        Assert.Equal(Money(section, "totalDebit"), Money(section, "totalCredit"));
    }

    // 500.00 and 105.00 VAT, sold in the year before.
    private static void OpeningBalanceIsTheYearBefore(XElement company)
    {
        var opening = company.Descendants(Xaf + "obLine").ToList();
        decimal Of(string no) => opening.Where(line => ValueOf(line, "accID") == no).Sum(Amount);
        Assert.Equal((605m, -105m), (Of("1300"), Of("4310")));
    }

    private static void NamesThatAreReferredToAreThere(XElement company)
    {
        var accounts = All(company, "ledgerAccount", "accID");
        var parties = All(company, "customerSupplier", "custSupID");
        var codes = All(company, "vatCode", "vatID");
        var periods = All(company, "period", "periodNumber");
        Assert.Equal(accounts.Count, accounts.Distinct().Count());
        Assert.Equal(parties.Count, parties.Distinct().Count());
        Assert.Empty(All(company, "trLine", "accID").Except(accounts));
        Assert.Empty(All(company, "trLine", "custSupID").Except(parties));
        Assert.Empty(All(company, "vat", "vatID").Except(codes));
        Assert.Empty(All(company, "transaction", "periodNumber").Except(periods));
    }

    private static void VatStandsOnItsLine(XElement company, string documentNo)
    {
        var vat = company
            .Descendants(Xaf + "trLine")
            .Where(line => ValueOf(line, "docRef") == documentNo)
            .Elements(Xaf + "vat")
            .Select(one =>
                (Money(one, "vatPerc"), Money(one, "vatAmnt"), ValueOf(one, "vatAmntTp"))
            )
            .Order();
        Assert.Equal([(9m, 9m, "C"), (21m, 210m, "C")], vat);
    }

    private static void PartiesAreThere(XElement company, string customerNo, string vendorNo)
    {
        string TypeOf(string no) =>
            ValueOf(
                company
                    .Descendants(Xaf + "customerSupplier")
                    .Single(party =>
                        ValueOf(party, "custSupID").StartsWith(no, StringComparison.Ordinal)
                    ),
                "custSupTp"
            );
        Assert.Equal(("C", "S"), (TypeOf(customerNo), TypeOf(vendorNo)));
    }

    private async Task<XDocument> Download(string year)
    {
        var period = await _given.Only(
            $"{trade.Trade}/accountingPeriods?$filter=startingDate eq {year}-01-01"
        );
        var answer = await trade.Client.GetAsync(
            $"{trade.Trade}/accountingPeriods({Id(period)})/auditFileContent"
        );
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
        return XDocument.Parse(text);
    }

    private static List<string> All(XElement company, string element, string name) =>
        [.. company.Descendants(Xaf + element).Elements(Xaf + name).Select(one => one.Value)];

    private static decimal Amount(XElement line) =>
        Money(line, "amnt") * (ValueOf(line, "amntTp") == "C" ? -1 : 1);

    private static decimal Money(XElement element, string name) =>
        decimal.Parse(ValueOf(element, name), CultureInfo.InvariantCulture);

    private static string ValueOf(XElement element, params string[] path) =>
        path.Aggregate(element, (at, name) => at.Element(Xaf + name)!).Value;
}
