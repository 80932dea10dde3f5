using System.Globalization;
using System.Text;
using Handel.App.Printing;
using Xunit;
using static Handel.Data.Tests.Printing.Printer;

namespace Handel.Data.Tests.Printing;

public sealed class DocumentSheetTests(Printer printer) : IClassFixture<Printer>
{
    [Theory]
    [InlineData("nl", "Transport van pagina", "Omschrijving", "1.250,00")]
    [InlineData("en", "Carried forward from page", "Description", "1,250.00")]
    public async Task A_hundred_lines_repeat_their_head_and_carry_the_amount(
        string language,
        string carried,
        string head,
        string total
    )
    {
        var document = Sample.LongInvoice(100, language);
        document = document with
        {
            Totals = document.Totals! with { InvoiceDiscount = 0.01m, Lines = 1250.00m },
        };

        var pages = await printer.PrintPages(document);

        var sheets = pages.Where(page => page.Contains("ITEM-", StringComparison.Ordinal)).ToList();
        Assert.InRange(sheets.Count, 3, 4);
        Assert.DoesNotContain(carried, sheets[0], StringComparison.Ordinal);
        Assert.All(sheets, page => Assert.Contains(head, page, StringComparison.Ordinal));
        for (var page = 1; page < sheets.Count; page++)
        {
            var before = sheets.Take(page).Sum(text => text.Split("ITEM-").Length - 1);
            var culture = CultureInfo.GetCultureInfo(language == "nl" ? "nl-NL" : "en-GB");
            var amount = (before * 12.50m).ToString("N2", culture);
            Shows(sheets[page], FormattableString.Invariant($"{carried} {page} {amount}"));
        }

        Shows(sheets[^1], "ITEM-100", total);
        var of = language == "nl" ? "van" : "of";
        Shows(pages[^1], FormattableString.Invariant($"{pages.Length} {of} {pages.Length}"));
    }

    [Fact]
    public async Task Totals_never_leave_the_last_line()
    {
        for (var lines = 8; lines <= 34; lines++)
        {
            var pages = await printer.PrintPages(Sample.LongInvoice(lines));

            var last = string.Create(CultureInfo.InvariantCulture, $"ITEM-{lines:000}");
            var page = Assert.Single(
                pages,
                page => page.Contains("Totaal incl. btw", StringComparison.Ordinal)
            );
            Assert.Contains(last, page, StringComparison.Ordinal);
            Assert.Contains("Btw-specificatie", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("#eval(\"1+1\") #read(\"/etc/passwd\") #import \"x.typ\"")]
    [InlineData("$x^2$ *bold* _it_ `raw` <label> @ref // no comment /* none */")]
    [InlineData("C:\\temp\\new [x] {y} ~ -- --- ' \" & % § = + - /")]
    [InlineData("naïve Ångström €12 ½ œuvre ß ğ ł Ω Жук")]
    public async Task What_a_user_wrote_is_printed_as_text(string text)
    {
        var page = await printer.PrintText(Hostile(text));

        Assert.True(page.Split(Squeeze(text)[..8]).Length > 3, page);
        var words = Squeeze(page).Replace(" ", "", StringComparison.Ordinal);
        var wanted = Squeeze(text).Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains(wanted, words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fiets 🚲 en 😀")]
    [InlineData("中文 日本語 한국어")]
    [InlineData("\u0000\u0007\u001b[31m")]
    [InlineData("\ud800 alone")]
    [InlineData("\u202etxet\u202c \u200b\ufeff\uffff")]
    public async Task Letters_that_no_font_has_do_not_stop_a_document(string text)
    {
        var page = await printer.PrintText(Hostile(text));

        Shows(page, "Factuur", "1.127,91");
    }

    [Fact]
    public async Task Text_from_right_to_left_is_printed()
    {
        var page = await printer.PrintText(Hostile("שלום עולם"));

        Assert.Contains("שלום", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Very_long_words_and_texts_stay_on_the_sheet()
    {
        var word = string.Concat(Enumerable.Repeat("Donaudampfschifffahrt", 20));
        var story = string.Concat(Enumerable.Repeat("Dit is een zin van een lang verhaal. ", 400));
        var document = Sample.Invoice() with
        {
            No = "F-2026-0000000000123456789",
            Lines =
            [
                Sample.Lines[0] with
                {
                    Description = word,
                    No = "NUMMER-VAN-TWINTIG-X",
                },
                Sample.Lines[0] with
                {
                    Description = story,
                },
            ],
        };

        var pages = await printer.PrintPages(document);

        var letters = string.Concat(string.Concat(pages).Where(char.IsLetter));
        Assert.Contains("schifffahrt", letters, StringComparison.Ordinal);
        Assert.Equal(400, Squeeze(string.Join(' ', pages)).Split("verhaal.").Length - 1);
    }

    [Fact]
    public async Task The_file_is_tagged_and_archivable_and_carries_the_e_invoice()
    {
        var document = Sample.Invoice() with
        {
            Attachments = [new("factur-x.xml", "text/xml", "<Invoice>é</Invoice>")],
        };

        var printed = await printer.Print(document);

        var content = Encoding.Latin1.GetString(printed.Pdf.Span);
        Assert.Contains("<pdfaid:part>3</pdfaid:part>", content, StringComparison.Ordinal);
        Assert.Contains(
            "<pdfaid:conformance>B</pdfaid:conformance>",
            content,
            StringComparison.Ordinal
        );
        var info = await Poppler(printed, "pdfinfo", "{file}");
        Shows(info, "Tagged: yes", "(A4)", "Title: Factuur 103045");
        Shows(await Poppler(printed, "pdfdetach", "-list", "{file}"), "1: factur-x.xml");
        var fonts = await Poppler(printed, "pdffonts", "{file}");
        Assert.DoesNotContain(" no  ", fonts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_document_gives_the_same_bytes()
    {
        var first = await printer.Print(Sample.Invoice());
        var second = await printer.Print(Sample.Invoice());

        Assert.True(first.Pdf.Span.SequenceEqual(second.Pdf.Span));
    }

    [Fact]
    public async Task A_logo_stands_on_the_letterhead_and_other_files_are_refused()
    {
        var png = Convert.FromBase64String(OnePixel);
        var good = Sample.Invoice() with { Company = Sample.Company with { Logo = png } };
        var bad = good with { Company = Sample.Company with { Logo = "<svg/>"u8.ToArray() } };

        var printed = await printer.Print(good);
        var refused = await printer.Renderer.Render(bad, TestContext.Current.CancellationToken);

        Shows(await Poppler(printed, "pdfimages", "-list", "{file}"), "image");
        Assert.Equal(PrintProblems.Refused, refused.Problem?.Code);
        Assert.Contains("PNG", Detail(refused), StringComparison.Ordinal);
    }

    private static DocumentData Hostile(string text)
    {
        var document = Sample.Invoice();
        return document with
        {
            Addressee = document.Addressee with { Name = text, AddressLines = [text] },
            References = document.References with { YourReference = text },
            Lines =
            [
                document.Lines[0] with
                {
                    Description = text,
                    ExtendedTexts = [text],
                    Unit = text,
                },
                .. document.Lines,
            ],
            ClosingTexts = [text],
        };
    }

    private const string OnePixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
        + "AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
}
