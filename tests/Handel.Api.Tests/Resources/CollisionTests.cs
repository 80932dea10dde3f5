using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Xunit;

namespace Handel.Api.Tests.Resources;

/// <summary>Requests that the database lets go for others (40P01, 40001).</summary>
public sealed class CollisionTests(TradeServer trade) : IClassFixture<TradeServer>
{
    private const StringComparison Comparison = StringComparison.Ordinal;

    [Fact]
    public async Task A_request_that_loses_a_deadlock_is_told_to_come_again_and_then_succeeds()
    {
        var terms = await trade.Post("paymentTerms", new { code = "DEAD", displayName = "Before" });
        var path = $"{trade.Co}/paymentTerms({terms.GetProperty("id").GetString()})";
        await using var other = new NpgsqlConnection(trade.ConnectionString);
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        // The other one waits with more patience, so that the request is the one let go.
        await Run(other, "SET LOCAL deadlock_timeout = '1min'");
        await Run(other, "UPDATE ledger_state SET setup_version = setup_version");

        var asked = Patch(path, "nl");
        await UntilSomeoneWaits();
        await Run(other, "UPDATE payment_terms SET version = version WHERE code = 'DEAD'");
        using var answer = await asked;
        await transaction.RollbackAsync();

        var error = await Error(answer);
        Assert.Equal((409, "Request_Collision"), ((int)answer.StatusCode, Code(error)));
        Assert.Contains(
            "op hetzelfde moment",
            error.GetProperty("message").GetString(),
            Comparison
        );
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter!.Delta);
        var before = await trade.Get(path);
        Assert.Equal("Before", before.GetProperty("displayName").GetString());
        using var again = await Patch(path, "nl");
        Assert.Equal(200, (int)again.StatusCode);
    }

    [Fact]
    public async Task A_transaction_that_cannot_be_put_in_order_is_told_to_come_again()
    {
        await using var connection = new NpgsqlConnection(trade.ConnectionString);
        await connection.OpenAsync();
        await Run(
            connection,
            """
            CREATE FUNCTION out_of_order() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'could not serialize access' USING ERRCODE = '40001'; END $$;
            CREATE TRIGGER out_of_order BEFORE INSERT ON shipment_method
            FOR EACH ROW WHEN (NEW.code = 'ORDER') EXECUTE FUNCTION out_of_order();
            """
        );

        using var answer = await trade.Client.PostAsJsonAsync(
            $"{trade.Co}/shipmentMethods",
            new { code = "ORDER", displayName = "Order" }
        );

        var error = await Error(answer);
        Assert.Equal((409, "Request_Collision"), ((int)answer.StatusCode, Code(error)));
        Assert.Contains("Send the request once more", error.GetRawText(), Comparison);
    }

    private async Task<HttpResponseMessage> Patch(string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, path)
        {
            Content = JsonContent.Create(new { displayName = "After" }),
        };
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        return await trade.Client.SendAsync(request);
    }

    private async Task UntilSomeoneWaits()
    {
        await using var connection = new NpgsqlConnection(trade.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT EXISTS (SELECT 1 FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock')
            """,
            connection
        );
        while (await command.ExecuteScalarAsync() is not true)
            await Task.Delay(TimeSpan.FromMilliseconds(10));
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<JsonElement> Error(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return JsonDocument.Parse(text).RootElement.GetProperty("error");
    }

    private static string Code(JsonElement error) => error.GetProperty("code").GetString()!;
}
