namespace Handel.Ledgers.Setup;

/// <summary>Where a text of a clause stands.</summary>
public enum VatClauseDocument : short
{
    All = 0,

    /// <summary>Invoices, and what goes before them.</summary>
    Invoice = 1,
    CreditMemo = 2,
}

/// <summary>Why VAT is what it is, in the words that the law asks for (VPS-08).</summary>
public sealed class VatClause
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string Code { get; set; } = "";

    /// <summary>Printed where no text fits better.</summary>
    public string Description { get; set; } = "";

    /// <summary>A second sentence, or nothing.</summary>
    public string Description2 { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>Its texts for languages and documents, filled by the loader of setup.</summary>
    public IReadOnlyList<VatClauseText> Texts { get; set; } = [];

    /// <summary>
    /// What a document says. A text in the language of the reader goes before one for the kind of
    /// document: words that nobody understands explain nothing.
    /// </summary>
    /// <param name="language">Two letters, lower case.</param>
    public string TextFor(string language, VatClauseDocument document)
    {
        var best = Texts
            .Where(text => text.Document == VatClauseDocument.All || text.Document == document)
            .Where(text => text.LanguageCode.Length == 0 || text.IsIn(language))
            .OrderByDescending(text => text.IsIn(language))
            .ThenByDescending(text => text.Document == document)
            .FirstOrDefault();
        return best is null
            ? Joined(Description, Description2)
            : Joined(best.Description, best.Description2);
    }

    private static string Joined(string first, string second) =>
        second.Length == 0 ? first : $"{first} {second}".TrimStart();
}

/// <summary>The words of a clause in a language, on a kind of document, or both (VPS-08).</summary>
public sealed class VatClauseText
{
    public int CompanyNo { get; set; }
    public Guid Id { get; set; }
    public string ClauseCode { get; set; } = "";

    /// <summary>Blank is every language.</summary>
    public string LanguageCode { get; set; } = "";
    public VatClauseDocument Document { get; set; }
    public string Description { get; set; } = "";
    public string Description2 { get; set; } = "";
    public int Version { get; set; }
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>nl-NL and NLD are nl.</summary>
    public bool IsIn(string language) =>
        LanguageCode.Length > 0
        && LanguageCode.StartsWith(language, StringComparison.OrdinalIgnoreCase);
}
