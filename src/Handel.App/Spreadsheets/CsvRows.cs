using System.Text;

namespace Handel.App.Spreadsheets;

/// <summary>
/// Rows of a text with columns. A quoted field may hold the divider and line ends; two quotes in it
/// are one.
/// </summary>
internal sealed class CsvRows(string text, char divider)
{
    private int _at;

    /// <summary>Number of the row that was read last; the first one is 1.</summary>
    public int RowNo { get; private set; }

    /// <summary>A quote was left open, or something follows a quoted field.</summary>
    public bool IsBad { get; private set; }

    /// <summary>The fields of the next row, or null at the end.</summary>
    public IReadOnlyList<string>? Next()
    {
        if (_at >= text.Length || IsBad)
            return null;
        RowNo++;
        var fields = new List<string>();
        while (true)
        {
            fields.Add(Is('"') ? Quoted() : Plain());
            if (IsBad)
                return null;
            if (!Is(divider))
                break;
            _at++;
        }
        if (!EndLine())
            IsBad = true;
        return IsBad ? null : fields;
    }

    private bool Is(char sign) => _at < text.Length && text[_at] == sign;

    private string Plain()
    {
        var start = _at;
        while (_at < text.Length && text[_at] != divider && text[_at] is not ('\n' or '\r'))
            _at++;
        return text[start.._at];
    }

    private string Quoted()
    {
        var field = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] != '"')
                field.Append(text[_at]);
            else if (_at + 1 < text.Length && text[_at + 1] == '"')
                field.Append(text[_at++]);
            else
            {
                _at++;
                return field.ToString();
            }
        }
        IsBad = true;
        return "";
    }

    private bool EndLine()
    {
        if (_at >= text.Length)
            return true;
        if (Is('\r'))
            _at++;
        if (Is('\n'))
            _at++;
        else if (_at < text.Length && text[_at - 1] != '\r')
            return false;
        return true;
    }
}
