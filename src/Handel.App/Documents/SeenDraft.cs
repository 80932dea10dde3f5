using Handel.Kernel.Problems;
using Handel.Trade;
using Handel.Trade.Documents;

namespace Handel.App.Documents;

/// <summary>A draft as a caller saw it, without what is in it.</summary>
public sealed record SeenDraft(Guid Id, RecordRef Record, int Version, int LineCount)
{
    public static SeenDraft Of(TradeDocument document) =>
        new(document.Id, Mirror.RecordOf(document), document.Version, document.Lines.Count);
}
