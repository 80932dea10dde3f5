using System.Text.Json;
using Xunit;

namespace Handel.Api.Tests.Engine;

public sealed class BatchTests(ShopServer shop) : IClassFixture<ShopServer>
{
    [Fact]
    public async Task Answers_come_in_order_with_ids_and_locations()
    {
        var answers = await Run(
            """
            {"id":"a","method":"POST","url":"{co}/paymentMethods","body":{"code":"B1"}},
            {"id":"b","method":"POST","url":"{co}/customers","body":{"displayName":"In a batch"}},
            {"id":null,"method":"GET","url":"$b"}
            """
        );

        Assert.Equal([201, 201, 200], Statuses(answers));
        Assert.Equal(
            ["a", "b", null],
            answers.Select(answer => answer.GetProperty("id").GetString())
        );
        Assert.Contains(
            "/customers(",
            answers[1].GetProperty("headers").GetProperty("location").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "In a batch",
            answers[2].GetProperty("body").GetProperty("displayName").GetString()
        );
    }

    [Fact]
    public async Task The_first_failure_ends_the_batch_unless_told_otherwise()
    {
        const string Requests = """
            {"id":"1","method":"POST","url":"{co}/paymentMethods","body":{"code":"{new}"}},
            {"id":"2","method":"POST","url":"{co}/paymentMethods","body":{"foo":1}},
            {"id":"3","method":"GET","url":"{co}/paymentMethods?$filter=code eq '{new}'"}
            """;
        var stopped = await Run(Requests.Replace("{new}", "S1", StringComparison.Ordinal));
        var whole = await Run(
            Requests.Replace("{new}", "S2", StringComparison.Ordinal),
            ("Prefer", "odata.continue-on-error")
        );

        Assert.Equal([201, 400], Statuses(stopped));
        Assert.Equal([201, 400, 200], Statuses(whole));
        Assert.Equal(1, whole[2].GetProperty("body").GetProperty("value").GetArrayLength());
    }

    [Fact]
    public async Task A_snapshot_batch_is_all_or_nothing()
    {
        var answers = await Run(
            """
            {"id":"1","method":"POST","url":"{co}/paymentMethods","body":{"code":"ALL"}},
            {"id":"2","method":"POST","url":"{co}/paymentMethods","body":{"foo":1}}
            """,
            ("Isolation", "snapshot")
        );

        Assert.Equal([201, 400], Statuses(answers));
        Assert.Equal("0", await shop.Text("paymentMethods/$count?$filter=code eq 'ALL'"));
    }

    [Fact]
    public async Task The_other_members_of_a_failed_group_say_so()
    {
        var answers = await Run(
            """
            {"id":"1","atomicityGroup":"g","method":"POST","url":"{co}/paymentMethods",
             "body":{"code":"GRP"}},
            {"id":"2","atomicityGroup":"g","method":"POST","url":"{co}/paymentMethods",
             "body":{"foo":1}}
            """
        );

        Assert.Equal([424, 400], Statuses(answers));
        Assert.Equal("0", await shop.Text("paymentMethods/$count?$filter=code eq 'GRP'"));
    }

    private static IEnumerable<int> Statuses(List<JsonElement> answers) =>
        answers.Select(answer => answer.GetProperty("status").GetInt32());

    private async Task<List<JsonElement>> Run(string requests, params (string, string)[] headers)
    {
        var co = $"companies({ShopServer.CompanyId})";
        var body =
            "{\"requests\":[" + requests.Replace("{co}", co, StringComparison.Ordinal) + "]}";
        var response = await shop.Send(HttpMethod.Post, "/api/v2.0/$batch", body, headers);
        var json = await ShopServer.Json(response, 200);
        return [.. json.GetProperty("responses").EnumerateArray()];
    }
}
