using System.Collections.Immutable;

namespace Handel.Ledgers.Inventory;

/// <summary>Place of an open entry in the order of application (AP-02).</summary>
public readonly record struct OpenEntry(DateOnly PostingDate, int EntryNo) : IComparable<OpenEntry>
{
    public int CompareTo(OpenEntry other)
    {
        var byDate = PostingDate.CompareTo(other.PostingDate);
        return byDate != 0 ? byDate : EntryNo.CompareTo(other.EntryNo);
    }

    public static bool operator <(OpenEntry a, OpenEntry b) => a.CompareTo(b) < 0;

    public static bool operator >(OpenEntry a, OpenEntry b) => a.CompareTo(b) > 0;

    public static bool operator <=(OpenEntry a, OpenEntry b) => a.CompareTo(b) <= 0;

    public static bool operator >=(OpenEntry a, OpenEntry b) => a.CompareTo(b) >= 0;
}

/// <summary>
/// The open entries of one bucket, earliest first. Immutable, so that a fork of the stock shares
/// it; a change costs the logarithm of the number of layers.
/// </summary>
public sealed record OpenEntries
{
    public static readonly OpenEntries None = new();

    /// <summary>Inbound layers with a rest.</summary>
    public ImmutableSortedSet<OpenEntry> Inbound { get; private init; } =
        ImmutableSortedSet<OpenEntry>.Empty;

    /// <summary>Outbound entries that wait for supply.</summary>
    public ImmutableSortedSet<OpenEntry> Outbound { get; private init; } =
        ImmutableSortedSet<OpenEntry>.Empty;

    /// <summary>Base quantity left in the inbound layers.</summary>
    public decimal InboundQuantity { get; private init; }

    /// <summary>Base quantity that outbound entries wait for; negative.</summary>
    public decimal OutboundQuantity { get; private init; }

    /// <summary>The same with an entry in its new state.</summary>
    public OpenEntries With(ItemEntry? before, ItemEntry after)
    {
        var place = new OpenEntry(after.PostingDate, after.EntryNo);
        var change = after.RemainingQuantity - (before?.RemainingQuantity ?? 0m);
        if (after.IsInbound)
            return this with
            {
                Inbound = Place(Inbound, place, after.IsOpen),
                InboundQuantity = InboundQuantity + change,
            };
        return this with
        {
            Outbound = Place(Outbound, place, after.IsOpen),
            OutboundQuantity = OutboundQuantity + change,
        };
    }

    private static ImmutableSortedSet<OpenEntry> Place(
        ImmutableSortedSet<OpenEntry> set,
        OpenEntry place,
        bool isOpen
    ) => isOpen ? set.Add(place) : set.Remove(place);
}
