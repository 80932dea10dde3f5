using System.IO.Compression;
using Handel.Exchange.OnlineRetail;

namespace Handel.App.Import;

/// <summary>
/// The wholesaler's file, read whole: some hundred bytes a line, bounded in lines.
/// </summary>
internal sealed record RetailFile(
    IReadOnlyList<RetailDocument> Documents,
    IReadOnlyList<RefusedLine> Refused
)
{
    /// <summary>Lines that one import takes; a year of the wholesaler has 541,909.</summary>
    public const int LinesMax = 2_000_000;

    /// <summary>The file, or null when it is not of this kind.</summary>
    public static async Task<RetailFile?> Read(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        await using var unpacked = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : (Stream)file;
        using var text = new StreamReader(unpacked);
        if (await text.ReadLineAsync(ct) != RetailReader.Header)
            return null;

        var reader = new RetailReader();
        for (var lineNo = 2; await text.ReadLineAsync(ct) is { } line; lineNo++)
        {
            if (lineNo > LinesMax)
                throw new InvalidDataException($"{path} has more than {LinesMax} lines.");
            reader.Add(lineNo, line);
        }
        var (documents, refused) = RetailDocuments.Of(reader.Rows);
        return new(documents, [.. reader.Refused, .. refused]);
    }
}
