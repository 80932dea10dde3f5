using Handel.Ledgers.Finance;

namespace Handel.App.Verification;

/// <summary>One ledger as the chain walks through it, register by register.</summary>
internal interface ILedgerCursor : IDisposable
{
    /// <summary>How it is named to people: the table, and the side of a party's ledger.</summary>
    string Name { get; }
    long Count { get; }

    /// <summary>
    /// Hands over the entries of the register and checks that they are all there.
    /// </summary>
    void Walk(GlRegister register);

    /// <summary>What stands behind the last register, and whether the counter agrees.</summary>
    void Finish(int counter);

    EntryRange RangeIn(GlRegister register);
}

/// <summary>What the chain must know of the entries of a ledger.</summary>
internal sealed record LedgerShape<T>(
    Func<GlRegister, EntryRange> Range,
    Func<T, int> EntryNo,
    Func<T, int> RegisterNo
)
{
    /// <summary>Takes each entry, in order: the seal, and what is added up on the way.</summary>
    public required Action<T> Take { get; init; }
}

internal sealed class LedgerCursor<T>(
    string name,
    LedgerShape<T> shape,
    RowStream<T> rows,
    Findings findings
) : ILedgerCursor
    where T : class
{
    private static readonly Rule Missing = new("INV-06", "EntryMissing");
    private static readonly Rule OutsideRegister = new("INV-07", "EntryOutsideRegister");
    private static readonly Rule OtherRegister = new("INV-07", "EntryOtherRegister");
    private static readonly Rule RangeBroken = new("INV-07", "RegisterRange");
    private static readonly Rule CounterWrong = new("INV-06", "LastNumber");

    private int _last;

    public string Name => name;
    public long Count { get; private set; }

    public EntryRange RangeIn(GlRegister register) => shape.Range(register);

    public void Walk(GlRegister register)
    {
        var range = shape.Range(register);
        if (range.Count > 0 && range.From != _last + 1)
            findings.Add(RangeBroken, name, range.From, register.DocumentNo);
        if (range.Count == 0)
            return;
        SkipTo(range.From);
        var expected = range.From;
        while (rows.Current is { } entry && shape.EntryNo(entry) <= range.To)
        {
            var entryNo = shape.EntryNo(entry);
            if (entryNo != expected)
                findings.Add(Missing, name, expected, register.DocumentNo);
            if (shape.RegisterNo(entry) != register.RegisterNo)
                findings.Add(OtherRegister, name, entryNo, register.DocumentNo);
            shape.Take(entry);
            Next();
            expected = entryNo + 1;
        }
        if (expected <= range.To)
            findings.Add(Missing, name, expected, register.DocumentNo);
        _last = range.To;
    }

    public void Finish(int counter)
    {
        SkipTo(int.MaxValue);
        if (counter != _last)
            findings.Add(CounterWrong, name, _last, "");
    }

    public void Dispose() => rows.Dispose();

    private void SkipTo(int entryNo)
    {
        while (rows.Current is { } entry && shape.EntryNo(entry) < entryNo)
        {
            findings.Add(OutsideRegister, name, shape.EntryNo(entry), "");
            Next();
        }
    }

    private void Next()
    {
        Count++;
        rows.MoveNext();
    }
}
