using Xunit;

namespace Handel.Testing;

/// <summary>
/// A database for all tests of a class: class X : IClassFixture&lt;DatabaseFixture&gt;.
/// </summary>
public sealed class DatabaseFixture : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public string ConnectionString => Database.ConnectionString;

    public async ValueTask InitializeAsync() => Database = await TestDatabase.Create();

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
