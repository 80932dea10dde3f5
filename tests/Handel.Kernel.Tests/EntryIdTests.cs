using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Handel.Kernel.Tests;

public sealed class EntryIdTests
{
    // These ids are known to clients: they may never change.
    [Theory]
    [InlineData(1, EntryLedger.General, 2745, "00000001-0100-8000-8000-000000000ab9")]
    [InlineData(258, EntryLedger.Value, 1, "00000102-0800-8000-8000-000000000001")]
    [InlineData(
        int.MaxValue,
        EntryLedger.Bank,
        int.MaxValue,
        "7fffffff-0b00-8000-8000-00007fffffff"
    )]
    public void An_entry_has_the_same_id_for_ever(
        int companyNo,
        EntryLedger ledger,
        int entryNo,
        string expected
    )
    {
        var id = new EntryId(companyNo, ledger, entryNo);

        Assert.Equal(Guid.Parse(expected), id.ToGuid());
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("00000001-0000-8000-8000-000000000001")] // no ledger
    [InlineData("00000001-ff00-8000-8000-000000000001")] // unknown ledger
    [InlineData("00000000-0100-8000-8000-000000000001")] // no company
    [InlineData("00000001-0100-8000-8000-000000000000")] // no entry
    [InlineData("80000001-0100-8000-8000-000000000001")] // company below zero
    [InlineData("00000001-0100-4000-8000-000000000001")] // another version
    [InlineData("00000001-0100-8000-8001-000000000001")] // something else in it
    public void Another_guid_is_no_entry(string guid) =>
        Assert.Null(EntryId.FromGuid(Guid.Parse(guid)));

    [Fact]
    public void An_id_gives_its_key_back() =>
        Prop.ForAll(
                Gen.Choose(1, int.MaxValue).ToArbitrary(),
                Gen.Elements(Enum.GetValues<EntryLedger>()).ToArbitrary(),
                Gen.Choose(1, int.MaxValue).ToArbitrary(),
                (companyNo, ledger, entryNo) =>
                {
                    var id = new EntryId(companyNo, ledger, entryNo);
                    Assert.Equal(id, EntryId.FromGuid(id.ToGuid()));
                }
            )
            .QuickCheckThrowOnFailure();
}
