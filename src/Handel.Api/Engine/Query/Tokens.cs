namespace Handel.Api.Engine.Query;

/// <summary>Words, quoted texts and the four marks of the filter grammar.</summary>
internal sealed class Tokens(string text)
{
    public int Position { get; private set; }

    public bool AtEnd
    {
        get
        {
            SkipBlanks();
            return Position >= text.Length;
        }
    }

    public string Rest => AtEnd ? "" : text[Position..Math.Min(text.Length, Position + 40)];

    /// <summary>A quoted text begins exactly here, without a blank between.</summary>
    public bool PeekQuoted => Position < text.Length && text[Position] == '\'';

    public bool Take(char mark)
    {
        if (AtEnd || text[Position] != mark)
            return false;
        Position++;
        return true;
    }

    public bool TakeWord(string word)
    {
        if (AtEnd)
            return false;
        var end = Position + word.Length;
        if (
            end > text.Length
            || !text.AsSpan(Position, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
            || (end < text.Length && !IsBoundary(text[end]))
        )
            return false;
        Position = end;
        return true;
    }

    public (string Text, bool IsQuoted)? Next()
    {
        if (AtEnd)
            return null;
        if (text[Position] == '\'')
            return (Quoted(), true);
        if (text[Position] is '(' or ')' or ',' or ':')
            return (text[Position++].ToString(), false);
        var start = Position;
        var isNumber = char.IsAsciiDigit(text[start]) || text[start] == '-';
        while (Position < text.Length && !IsEnd(text[Position], isNumber))
            Position++;
        return (text[start..Position], false);
    }

    private string Quoted()
    {
        var start = ++Position;
        while (Position < text.Length)
        {
            if (text[Position] != '\'')
                Position++;
            else if (Position + 1 < text.Length && text[Position + 1] == '\'')
                Position += 2;
            else
                return text[start..Position++].Replace("''", "'", StringComparison.Ordinal);
        }
        throw new RefusalException(
            ErrorCode.BadRequest,
            Engine.Text.FilterSyntax,
            text[start..],
            start
        );
    }

    private void SkipBlanks()
    {
        while (Position < text.Length && char.IsWhiteSpace(text[Position]))
            Position++;
    }

    private static bool IsBoundary(char c) =>
        char.IsWhiteSpace(c) || c is '(' or ')' or ',' or '\'';

    // The colon belongs to a time of day; elsewhere it ends the variable of a lambda.
    private static bool IsEnd(char c, bool isNumber) => IsBoundary(c) || (c == ':' && !isNumber);
}
