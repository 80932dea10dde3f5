using Handel.Ledgers.Finance;

namespace Handel.Trade.Documents;

/// <summary>The posted document that this one settles when it is posted (GLP-27).</summary>
public sealed record AppliesTo
{
    public EntryDocumentType DocumentType { get; init; }
    public string DocumentNo { get; init; } = "";

    public bool IsSet => DocumentNo.Length > 0;
}
