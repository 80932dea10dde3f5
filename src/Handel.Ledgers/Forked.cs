using System.Diagnostics.CodeAnalysis;

namespace Handel.Ledgers;

/// <summary>
/// A dictionary that can be forked cheaply: a fork sees its parent's values, keeps its own changes,
/// and hands them to the parent only when it is adopted.
/// </summary>
public sealed class Forked<TKey, TValue>
    where TKey : notnull
    where TValue : class
{
    private readonly Forked<TKey, TValue>? _parent;
    private readonly Dictionary<TKey, TValue> _own;

    public Forked()
        : this(null, []) { }

    public Forked(IEnumerable<KeyValuePair<TKey, TValue>> values)
        : this(null, new(values)) { }

    private Forked(Forked<TKey, TValue>? parent, Dictionary<TKey, TValue> own)
    {
        _parent = parent;
        _own = own;
    }

    /// <summary>What this fork has set since it was made.</summary>
    public IReadOnlyDictionary<TKey, TValue> Changes => _own;

    public TValue this[TKey key]
    {
        get =>
            TryGet(key, out var value)
                ? value
                : throw new KeyNotFoundException($"The books were loaded without {key}.");
        set => _own[key] = value;
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        for (var level = this; level is not null; level = level._parent)
            if (level._own.TryGetValue(key, out value))
                return true;
        value = null;
        return false;
    }

    /// <summary>All values that are seen from here, those of the parents included.</summary>
    public IEnumerable<TValue> Values
    {
        get
        {
            var seen = new HashSet<TKey>();
            for (var level = this; level is not null; level = level._parent)
                foreach (var (key, value) in level._own)
                    if (seen.Add(key))
                        yield return value;
        }
    }

    public bool Contains(TKey key) => TryGet(key, out _);

    public Forked<TKey, TValue> Fork() => new(this, []);

    /// <summary>Hands the changes to the dictionary that this one was forked from.</summary>
    public void Adopt()
    {
        if (_parent is null)
            throw new InvalidOperationException("Only a fork can be adopted.");
        foreach (var (key, value) in _own)
            _parent._own[key] = value;
    }
}
