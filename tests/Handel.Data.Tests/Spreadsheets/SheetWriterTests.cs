using System.Text;
using ExcelDataReader;
using Handel.App.Spreadsheets;
using Xunit;

namespace Handel.Data.Tests.Spreadsheets;

/// <summary>What is written is read back by another library than it was written with.</summary>
public sealed class SheetWriterTests
{
    private static readonly SheetColumn[] Columns =
    [
        new("Tekst", CellKind.Text),
        new("Aantal", CellKind.Quantity),
        new("Bedrag", CellKind.Amount),
        new("Datum", CellKind.Date),
        new("Tijdstip", CellKind.Instant),
        new("Open", CellKind.Flag),
        new("Nummer", CellKind.Integer),
    ];

    [Fact]
    public async Task Numbers_are_numbers_dates_are_dates_and_text_is_what_it_was()
    {
        var instant = new DateTimeOffset(new DateTime(2026, 3, 31, 14, 30, 0, DateTimeKind.Local));
        object?[][] rows =
        [
            ["Café <&> ß\t\u0001x", 1.5m, -1234.56m, new DateOnly(2026, 2, 28), instant, true, 7],
            ["=1+1", 0m, 0.01m, null, null, false, 8L],
            [
                " leading",
                123456789.12345m,
                99999999999.99m,
                new DateOnly(1900, 3, 1),
                null,
                null,
                0,
            ],
        ];

        var (name, cells) = await RoundTrip("Proef- en saldibalans: [2026/2027] heel lang", rows);

        Assert.Equal("Proef- en saldibalans   2026 20", name);
        Assert.Equal(Columns.Select(column => column.Caption), cells[0]);
        Assert.Equal("Café <&> ß\tx", cells[1][0]);
        Assert.Equal(1.5, cells[1][1]);
        Assert.Equal(-1234.56, cells[1][2]);
        Assert.Equal(new DateTime(2026, 2, 28), cells[1][3]);
        Assert.Equal(
            new DateTime(2026, 3, 31, 14, 30, 0),
            (DateTime)cells[1][4]!,
            TimeSpan.FromSeconds(1)
        );
        Assert.Equal(true, cells[1][5]);
        Assert.Equal(7.0, cells[1][6]);
        Assert.Equal("=1+1", cells[2][0]);
        Assert.Null(cells[2][3]);
        Assert.Equal(" leading", cells[3][0]);
        Assert.Equal(123456789.12345, cells[3][1]);
        Assert.Equal(99999999999.99, cells[3][2]);
        Assert.Equal(new DateTime(1900, 3, 1), cells[3][3]);
    }

    [Fact]
    public async Task More_rows_than_the_bound_are_told_and_as_many_are_written()
    {
        using var file = new MemoryStream();
        var within = Of("A", Rows(10), rowsMax: 10);
        var beyond = Of("A", Rows(11), rowsMax: 10);

        Assert.True(await SheetWriter.Write(within, file, CancellationToken.None));
        Assert.False(await SheetWriter.Write(beyond, Stream.Null, CancellationToken.None));
        Assert.Equal(11, Read(file.ToArray()).Cells.Count);
    }

    [Fact]
    public async Task A_large_sheet_does_not_stay_in_memory()
    {
        const int count = 100_000;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;

        var isWhole = await SheetWriter.Write(Of("A", Watched()), Stream.Null, default);

        Assert.True(isWhole);
        Assert.InRange(most - before, long.MinValue, 20 * 1024 * 1024);

        async IAsyncEnumerable<IReadOnlyList<object?>> Watched()
        {
            var seen = 0;
            await foreach (var row in Rows(count))
            {
                if (++seen % 20_000 == 0)
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
                yield return row;
            }
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(int count)
    {
        for (var i = 0; i < count; i++)
            yield return
            [
                "text of some length",
                1m,
                i * 1.01m,
                new DateOnly(2026, 1, 1),
                null,
                true,
                i,
            ];
        await Task.CompletedTask;
    }

    private static Sheet Of(
        string name,
        IAsyncEnumerable<IReadOnlyList<object?>> rows,
        int rowsMax = SheetWriter.RowsMax
    ) => new(name, Columns) { Rows = rows, RowsMax = rowsMax };

    private static async Task<(string Name, List<object?[]> Cells)> RoundTrip(
        string name,
        object?[][] rows
    )
    {
        using var file = new MemoryStream();
        await SheetWriter.Write(Of(name, rows.ToAsyncEnumerable()), file, CancellationToken.None);
        return Read(file.ToArray());
    }

    private static (string Name, List<object?[]> Cells) Read(byte[] file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
        var cells = new List<object?[]>();
        while (reader.Read())
            cells.Add([
                .. Enumerable
                    .Range(0, reader.FieldCount)
                    .Select(at => (object?)reader.GetValue(at)),
            ]);
        return (reader.Name, cells);
    }
}
