using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Handel.App.Spreadsheets;
using Xunit;
using static Handel.Api.Tests.Resources.JournalServer;

namespace Handel.Api.Tests.Resources;

/// <summary>Journal lines from files, right ones and damaged ones.</summary>
public sealed class JournalFileTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private readonly JournalServer journals = new(trade);

    private const string Right = """
        Posting date;Document no.;Account type;Account no.;Description;Debit;Credit
        2026-03-02;IMP1;G/L account;6110;Rent;1,000.50;
        02/03/2026;IMP1;Bank;BANK;Rent;;1000.50
        """;

    [Fact]
    public async Task A_text_file_fills_a_journal_that_can_be_posted()
    {
        var batch = await journals.Batch();

        var result = await Import(batch, Bytes(Right));

        Assert.Equal(2, result.GetProperty("linesAdded").GetInt32());
        Assert.Equal(0, result.GetProperty("findings").GetArrayLength());
        var lines = await journals.LinesOf(batch);
        Assert.Equal([1000.50m, -1000.50m], lines.Select(line => Number(line, "amount")));
        Assert.Equal("2026-03-02", Text(lines[1], "postingDate"));
        Assert.Equal("Bank_x0020_Account", Text(lines[1], "accountType"));
        await journals.Post(batch);
        Assert.Equal(1000.50m, (await journals.Booked("IMP1"))["6110"]);
    }

    [Fact]
    public async Task A_workbook_does_the_same()
    {
        var batch = await journals.Batch();

        var result = await Import(batch, await Workbook());

        Assert.Equal(2, result.GetProperty("linesAdded").GetInt32());
        var lines = await journals.LinesOf(batch);
        Assert.Equal([12.34m, -12.34m], lines.Select(line => Number(line, "amount")));
        Assert.All(lines, line => Assert.Equal("2026-03-05", Text(line, "postingDate")));
    }

    [Fact]
    public async Task Every_wrong_cell_is_told_with_its_row_and_column_and_nothing_is_added()
    {
        var batch = await journals.Batch();
        var file = Bytes(
            """
            Boekingsdatum;Documentnummer;Rekening;Bedrag
            2-3-2026;F1;6110;1.000,50
            31-2-2026;F1;6110;5
            2-3-2026;F1;9999999;-1000,50
            2-3-2026;F1;8000;tien
            2-3-2026;F1;6330;-1.000,50
            """
        );

        var result = await Import(batch, file, language: "nl");

        Assert.Equal(0, result.GetProperty("linesAdded").GetInt32());
        Assert.Equal(
            [(3, "Boekingsdatum"), (4, "Rekening"), (5, "Bedrag")],
            result.GetProperty("findings").EnumerateArray().Select(Place)
        );
        Assert.Empty(await journals.LinesOf(batch));

        var taken = await Import(batch, file, language: "nl", onlyValid: true);

        Assert.Equal(2, taken.GetProperty("linesAdded").GetInt32());
        Assert.Equal(3, taken.GetProperty("findings").GetArrayLength());
        Assert.Equal(
            [1000.50m, -1000.50m],
            (await journals.LinesOf(batch)).Select(line => Number(line, "amount"))
        );
    }

    [Theory]
    [InlineData("", "E-I-EMPTY")]
    [InlineData("\n\n\n", "E-I-EMPTY")]
    [InlineData("Amount", "E-I-EMPTY")]
    [InlineData("Account no.;Description\n6110;x", "E-I-HEADER")]
    [InlineData("Amount;Colour\n1;red", "E-I-COLUMN")]
    [InlineData("Amount;amount\n1;2", "E-I-TWICE")]
    [InlineData("Debit;Credit;Account no.\n1;2;6110", "E-I-SIDES")]
    [InlineData("Amount;Account no.\n1;\"6110", "E-I-FILE")]
    [InlineData("Amount;Account no.\n1;123456789012345678901", "E-I-LONG")]
    [InlineData("Amount;Account type\n1;Employee", "E-I-VALUE")]
    [InlineData("Amount\n1e30", "E-I-VALUE")]
    [InlineData("Amount\n1.2.3", "E-I-VALUE")]
    [InlineData("Amount\n9999999999999", "E-I-VALUE")]
    public async Task A_text_that_is_no_table_says_so(string text, string code)
    {
        var batch = await journals.Batch();

        var result = await Import(batch, Bytes(text), onlyValid: true);

        Assert.Equal(0, result.GetProperty("linesAdded").GetInt32());
        var codes = result.GetProperty("findings").EnumerateArray().Select(f => Text(f, "code"));
        Assert.Contains(code, codes);
    }

    [Fact]
    public async Task A_damaged_file_is_refused_and_the_server_lives_on()
    {
        var batch = await journals.Batch();
        var whole = await Workbook();
        var random = new byte[5_000];
        new Random(7).NextBytes(random);
        var broken = (byte[])whole.Clone();
        for (var at = 100; at < broken.Length; at += 37)
            broken[at] ^= 0xFF;
        byte[][] files =
        [
            whole[..(whole.Length / 2)],
            broken,
            random,
            [0x50, 0x4B, 0x03, 0x04],
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0],
            Zip(("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><workbook>&a;</workbook>")),
            Zip(("readme.txt", "no workbook")),
        ];

        foreach (var file in files)
        {
            var result = await Import(batch, file, onlyValid: true);
            Assert.Equal(0, result.GetProperty("linesAdded").GetInt32());
            Assert.True(result.GetProperty("findings").GetArrayLength() > 0);
        }
        await journals.Act(batch, "importLines", new { fileContent = "*** no base64 ***" }, 400);
        await journals.Act(batch, "importLines", new { }, 400);
        Assert.Equal(2, (await Import(batch, whole)).GetProperty("linesAdded").GetInt32());
    }

    [Fact]
    public async Task A_file_that_unpacks_to_more_than_is_bearable_is_refused()
    {
        var batch = await journals.Batch();
        var bomb = Zip(("xl/worksheets/sheet1.xml", new string(' ', 210 * 1024 * 1024)));
        Assert.True(bomb.Length < TableReader.BytesMax);

        var large = await Import(batch, bomb);
        var many = await Import(
            batch,
            Bytes("Amount\n" + string.Concat(Enumerable.Repeat("1\n", 20_001)))
        );

        Assert.Equal("E-I-SIZE", Text(large.GetProperty("findings")[0], "code"));
        Assert.Equal("E-I-SIZE", Text(many.GetProperty("findings")[0], "code"));
    }

    [Fact]
    public async Task A_cell_that_begins_as_a_formula_is_text()
    {
        var batch = await journals.Batch();

        await Import(batch, Bytes("Amount;Account no.;Description\n1;6110;=1+1"));

        Assert.Equal("=1+1", Text((await journals.LinesOf(batch))[0], "description"));
    }

    private async Task<JsonElement> Import(
        string batch,
        byte[] file,
        string language = "en",
        bool onlyValid = false
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"{journals.Journals}({batch})/Microsoft.NAV.importLines"
        )
        {
            Content = System.Net.Http.Json.JsonContent.Create(
                new { fileContent = Convert.ToBase64String(file), onlyValid }
            ),
        };
        request.Headers.Add("Accept-Language", language);
        return await TradeServer.Json(await Client(language).SendAsync(request), 200);
    }

    private HttpClient Client(string language)
    {
        trade.Client.DefaultRequestHeaders.Remove("Accept-Language");
        trade.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", language);
        return trade.Client;
    }

    private static async Task<byte[]> Workbook()
    {
        var sheet = new Sheet(
            "Lines",
            [
                new("postingDate", CellKind.Date),
                new("documentNumber", CellKind.Text),
                new("accountNumber", CellKind.Text),
                new("amount", CellKind.Amount),
            ]
        )
        {
            Rows = Rows(),
        };
        using var stream = new MemoryStream();
        await SheetWriter.Write(sheet, stream, CancellationToken.None);
        return stream.ToArray();

        static async IAsyncEnumerable<IReadOnlyList<object?>> Rows()
        {
            await Task.Yield();
            yield return [new DateOnly(2026, 3, 5), "XL1", "6110", 12.34m];
            yield return [new DateOnly(2026, 3, 5), "XL1", "6330", -12.34m];
        }
    }

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        return stream.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static (int, string) Place(JsonElement finding) =>
        (finding.GetProperty("row").GetInt32(), Text(finding, "column"));
}
