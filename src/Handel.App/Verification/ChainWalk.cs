using Handel.App.Operations;
using Handel.Data.Ledger;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Sealing;

namespace Handel.App.Verification;

/// <summary>
/// Recomputes the chain (D3, INV-30): registers in order, and with each one its entries of every
/// ledger, all streamed side by side by number. No ledger is ever held in memory.
/// </summary>
internal sealed class ChainWalk(
    RowStream<GlRegister> registers,
    IReadOnlyList<(ILedgerCursor Ledger, int Last)> ledgers,
    LedgerState state,
    Findings findings
)
{
    private const string Table = "gl_register";
    private const int ReportEvery = 2000;
    private const int ChecksumBytes = 4;

    private static readonly Rule SealBroken = new("INV-30", "SealBroken");
    private static readonly Rule EntryChanged = new("INV-30", "EntryChanged");
    private static readonly Rule LinkBroken = new("INV-30", "LinkBroken");
    private static readonly Rule EndBroken = new("INV-30", "EndBroken");
    private static readonly Rule RegisterMissing = new("INV-06", "RegisterMissing");

    public long Entries => ledgers.Sum(pair => pair.Ledger.Count);

    public void Run(RegisterSeal seal, GlTotals totals, IProgress<OperationProgress> progress)
    {
        var (expected, previous) = (1, RegisterSeal.Genesis);
        for (; registers.Current is { } register; registers.MoveNext())
        {
            if (register.RegisterNo != expected)
                findings.Add(RegisterMissing, Table, expected, register.DocumentNo);
            if (!register.PreviousHash.AsSpan().SequenceEqual(previous))
                findings.Add(LinkBroken, Table, register.RegisterNo, register.DocumentNo);
            seal.Begin(register);
            foreach (var (ledger, _) in ledgers)
                ledger.Walk(register);
            var checksums = seal.Checksums;
            var isSealed = seal.Finish().AsSpan().SequenceEqual(register.Hash);
            if (!isSealed)
                ReportSeal(register, checksums);
            else if (!checksums.AsSpan().SequenceEqual(register.Checksums))
                findings.Add(SealBroken, Table, register.RegisterNo, register.DocumentNo);
            totals.CloseRegister(register);
            (expected, previous) = (register.RegisterNo + 1, register.Hash);
            if (expected % ReportEvery == 0)
                progress.Report(new("chain", expected, state.Register));
        }
        foreach (var (ledger, last) in ledgers)
            ledger.Finish(last);
        if (expected <= state.Register)
            findings.Add(RegisterMissing, Table, expected, "");
        var isEnd = previous.AsSpan().SequenceEqual(state.LastHash);
        if (!isEnd || expected - 1 != state.Register)
            findings.Add(EndBroken, "ledger_state", expected - 1, "");
    }

    /// <summary>
    /// The seal says that something in the register was changed, the checksums say what.
    /// </summary>
    private void ReportSeal(GlRegister register, byte[] checksums)
    {
        var same = register.Checksums.AsSpan().CommonPrefixLength(checksums);
        var isOneChanged = register.Checksums.Length == checksums.Length && same < checksums.Length;
        var at = same / ChecksumBytes;
        foreach (var (ledger, _) in ledgers)
        {
            var range = ledger.RangeIn(register);
            if (isOneChanged && at < range.Count)
            {
                findings.Add(EntryChanged, ledger.Name, range.From + at, register.DocumentNo);
                return;
            }
            at -= range.Count;
        }
        // Every entry is as it was sealed: the register's own row was changed.
        findings.Add(SealBroken, Table, register.RegisterNo, register.DocumentNo);
    }
}
