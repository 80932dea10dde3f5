using System.Globalization;

namespace Handel.Ledgers.Reports;

/// <summary>One row, or all rows from one to another, that a formula adds up.</summary>
public readonly record struct RowReference(string From, string To)
{
    public override string ToString() => From == To ? From : $"{From}..{To}";
}

/// <summary>
/// A formula of an account schedule: rows by their code, numbers, the four operations and
/// parentheses. A row code begins with a letter, so that none can be taken for a number.
/// </summary>
public sealed class ScheduleFormula
{
    public const int CodeLengthMax = 10;

    /// <summary>Beyond it no sum of money is meant, and a product could not be held.</summary>
    private const double FigureMax = 1e27;

    private readonly Func<Func<RowReference, decimal>, decimal> _value;

    private ScheduleFormula(
        Func<Func<RowReference, decimal>, decimal> value,
        IReadOnlyList<RowReference> references
    ) => (_value, References) = (value, references);

    public IReadOnlyList<RowReference> References { get; }

    /// <summary>Reads a formula; null where the text is none.</summary>
    public static ScheduleFormula? Read(string text)
    {
        var reader = new Reader(text);
        var value = reader.Sum();
        return value is null || !reader.IsAtEnd ? null : new(value, reader.References);
    }

    public static bool IsCode(string text) =>
        text.Length is > 0 and <= CodeLengthMax
        && char.IsAsciiLetterUpper(text[0])
        && text.All(sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign));

    /// <summary>A ratio over nothing is zero, not an error on the statement.</summary>
    public decimal Evaluate(Func<RowReference, decimal> valueOf) =>
        decimal.Round(_value(valueOf), 5, MidpointRounding.AwayFromZero);

    private static decimal Operate(char sign, decimal a, decimal b) =>
        sign switch
        {
            '+' => a + b,
            '-' => a - b,
            '*' => Math.Abs((double)a * (double)b) > FigureMax ? 0m : a * b,
            _ => b == 0m || Math.Abs((double)a / (double)b) > FigureMax ? 0m : a / b,
        };

    /// <summary>
    /// Reads from left to right; each part answers null where it finds a mistake.
    /// </summary>
    private sealed class Reader(string text)
    {
        private int at;

        public List<RowReference> References { get; } = [];

        public bool IsAtEnd => Next == '\0';

        private char Next
        {
            get
            {
                SkipBlanks();
                return at < text.Length ? text[at] : '\0';
            }
        }

        public Func<Func<RowReference, decimal>, decimal>? Sum() => Chain(Product, "+-");

        private Func<Func<RowReference, decimal>, decimal>? Product() => Chain(Part, "*/");

        private Func<Func<RowReference, decimal>, decimal>? Chain(
            Func<Func<Func<RowReference, decimal>, decimal>?> part,
            string signs
        )
        {
            var left = part();
            while (left is not null && signs.Contains(Next, StringComparison.Ordinal))
            {
                var (sign, first) = (text[at++], left);
                var second = part();
                left = second is null ? null : rows => Operate(sign, first(rows), second(rows));
            }
            return left;
        }

        private Func<Func<RowReference, decimal>, decimal>? Part()
        {
            if (Take('-'))
                return Part() is { } value ? rows => -value(rows) : null;
            if (Take('('))
                return Sum() is { } inner && Take(')') ? inner : null;
            if (char.IsAsciiDigit(Next))
                return Number() is { } number ? _ => number : null;
            return Rows() is { } named ? rows => rows(named) : null;
        }

        private decimal? Number()
        {
            var digits = Word(sign => char.IsAsciiDigit(sign) || sign == '.');
            return decimal.TryParse(
                digits,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null;
        }

        private RowReference? Rows()
        {
            var from = Word(char.IsAsciiLetterOrDigit);
            var to = Take('.') ? (Take('.') ? Word(char.IsAsciiLetterOrDigit) : "") : from;
            if (!IsCode(from) || !IsCode(to))
                return null;
            References.Add(new(from, to));
            return References[^1];
        }

        private string Word(Func<char, bool> belongs)
        {
            SkipBlanks();
            var from = at;
            while (at < text.Length && belongs(text[at]))
                at++;
            return text[from..at];
        }

        private void SkipBlanks()
        {
            while (at < text.Length && text[at] == ' ')
                at++;
        }

        private bool Take(char sign)
        {
            if (Next != sign)
                return false;
            at++;
            return true;
        }
    }
}
