using System.Globalization;
using System.Resources;

namespace Handel.App.Verification;

/// <summary>An invariant that does not hold, with the first entry that breaks it.</summary>
/// <param name="Invariant">Rule number of the specification.</param>
/// <param name="Table">Where the entry stands; a party's ledger with its side.</param>
/// <param name="EntryNo">Null where the fault is not one entry's: a balance, a number.</param>
/// <param name="Document">Its document, or the key of what is wrong.</param>
/// <param name="Count">How many break it; the first one is named.</param>
public sealed record Finding(
    string Invariant,
    string Table,
    int? EntryNo,
    string Document,
    long Count
)
{
    private static readonly ResourceManager Texts = new(
        typeof(Finding).FullName!,
        typeof(Finding).Assembly
    );

    /// <summary>Key of the text that says what is wrong.</summary>
    internal string Text { get; init; } = "";
    public required string Company { get; init; }

    /// <summary>What is wrong, in the language of the reader.</summary>
    public string Message =>
        string.Format(
            CultureInfo.CurrentCulture,
            Texts.GetString(Text, CultureInfo.CurrentUICulture)
                ?? throw new InvalidOperationException($"There is no text {Text}."),
            Document,
            EntryNo
        );

    public override string ToString() =>
        $"{Company}: {Invariant} {Table} {EntryNo} {Message} ({Count})";
}
