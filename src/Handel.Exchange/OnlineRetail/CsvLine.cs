using System.Text;

namespace Handel.Exchange.OnlineRetail;

/// <summary>
/// Fields of one line. The file has a record per line, so that a quote that is not closed spoils
/// its own line and not the rest of the file.
/// </summary>
internal static class CsvLine
{
    /// <summary>
    /// The fields, or null when a quote is left open or text follows a quoted field.
    /// </summary>
    public static List<string>? Split(string line)
    {
        var fields = new List<string>(8);
        var at = 0;
        while (true)
        {
            var isQuoted = at < line.Length && line[at] == '"';
            var field = isQuoted ? Quoted(line, ref at) : Plain(line, ref at);
            if (field is null)
                return null;
            fields.Add(field);
            if (at == line.Length)
                return fields;
            if (line[at] != ',')
                return null;
            at++;
        }
    }

    private static string Plain(string line, ref int at)
    {
        var end = line.IndexOf(',', at);
        var start = at;
        at = end < 0 ? line.Length : end;
        return line[start..at];
    }

    private static string? Quoted(string line, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < line.Length; at++)
        {
            if (line[at] != '"')
                text.Append(line[at]);
            else if (at + 1 < line.Length && line[at + 1] == '"')
                text.Append(line[at++]);
            else
            {
                at++;
                return text.ToString();
            }
        }
        return null;
    }
}
