using System.Text;
using System.Xml.Linq;
using Handel.Exchange.Audit;
using Xunit;

namespace Handel.Data.Tests.Exchange;

/// <summary>The audit file as it is written, row by row (AUD-08).</summary>
public sealed class AuditFileWriterTests
{
    private static readonly XNamespace Xaf = AuditFileWriter.Namespace;
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void AUD_08_lines_stand_by_journal_and_transaction()
    {
        var file = Written(
            new(4, 300m, 300m),
            Line("PURCHASES", 2, 4, 100m),
            Line("PURCHASES", 2, 5, -100m),
            Line("SALES", 1, 1, 200m),
            Line("SALES", 1, 2, -200m)
        );

        Assert.Equal(
            [("PURCHASES", "2", 2), ("SALES", "1", 2)],
            file.Descendants(Xaf + "transaction")
                .Select(one =>
                    (
                        one.Parent!.Element(Xaf + "jrnID")!.Value,
                        one.Element(Xaf + "nr")!.Value,
                        one.Elements(Xaf + "trLine").Count()
                    )
                )
        );
        Assert.Equal("3", file.Descendants(Xaf + "periodNumber").Last().Value);
    }

    [Fact]
    public void AUD_08_a_year_without_entries_is_a_file_too() =>
        Assert.Empty(Written(new(0, 0m, 0m)).Descendants(Xaf + "journal"));

    [Theory]
    [InlineData(2, 100, 100.01)]
    [InlineData(3, 100, 100)]
    [InlineData(2, 99, 99)]
    public void AUD_08_a_file_that_contradicts_itself_is_not_made(
        int lines,
        decimal debit,
        decimal credit
    ) =>
        Assert.Throws<InvalidOperationException>(() =>
            Written(new(lines, debit, credit), Line("S", 1, 1, 100m), Line("S", 1, 2, -100m))
        );

    [Fact]
    public void AUD_08_any_text_leaves_the_file_readable()
    {
        const string Odd = "a<b>&\"c\" \u0001\ud800 \ud83d\udeb2 end";

        var file = Written(
            new(2, 1m, 1m),
            Line("S", 1, 1, 1m) with
            {
                Description = Odd,
            },
            Line("S", 1, 2, -1m)
        );

        Assert.Contains(
            "a<b>&\"c\"  \ud83d\udeb2 end",
            file.Descendants(Xaf + "trLine").Elements(Xaf + "desc").Select(one => one.Value)
        );
    }

    private static AuditLine Line(string journal, int register, int number, decimal amount) =>
        new()
        {
            JournalCode = journal,
            RegisterNo = register,
            EntryNo = number,
            PostingDate = Day,
            DocumentDate = Day,
            UserName = "ann",
            AccountNo = "1300",
            DocumentNo = $"D{register}",
            Description = "Line",
            Amount = amount,
        };

    private static XDocument Written(AuditTotals totals, params AuditLine[] lines)
    {
        using var to = new MemoryStream();
        using (var file = new AuditFileWriter(to, code => $"Journal {code}"))
        {
            file.Begin(
                new(new(2026, 1, 1), new(2026, 12, 31), "EUR", Day)
                {
                    SoftwareVersion = "1",
                    CompanyIdent = "12345678",
                    CompanyName = "Handel BV",
                    CountryCode = "NL",
                }
            );
            file.BeginParties();
            file.EndParties();
            file.Accounts([new("1300", "Debiteuren", IsBalanceSheet: true)]);
            file.VatCodes([]);
            file.Periods([.. Enumerable.Range(1, 12).Select(PeriodOf)]);
            file.OpeningBalance(new(2026, 1, 1), []);
            file.BeginTransactions(totals);
            foreach (var line in lines)
                file.Add(line);
            file.EndTransactions();
        }
        return XDocument.Parse(Encoding.UTF8.GetString(to.ToArray()));
    }

    private static AuditPeriod PeriodOf(int month)
    {
        var from = new DateOnly(2026, month, 1);
        return new(month, "", from, from.AddMonths(1).AddDays(-1));
    }
}
