using System.Globalization;
using System.Text.Json;
using Handel.Kernel.Problems;
using Microsoft.AspNetCore.Http;

namespace Handel.Api.Engine.Http;

/// <summary>One finding as it goes over the wire.</summary>
internal sealed record WireError(string Code, string Message, string Target, string Rule)
{
    /// <summary>Where it is mended (D11).</summary>
    public RecordRef? Link { get; init; }
}

/// <summary>
/// The error body of A6: the first finding speaks, the details list all (API-X-1).
/// </summary>
internal static class ErrorBody
{
    public static WireError Of(ApiFault fault, CultureInfo language) =>
        new(fault.Code, Text.Of(fault, language), fault.Target, "");

    public static WireError Of(Problem problem, ApiHost host, CultureInfo language) =>
        new(
            host.ProblemCode(problem),
            host.ProblemText(problem, language),
            host.ProblemTarget(problem),
            problem.Code
        )
        {
            Link = problem.MendedAt ?? problem.Record,
        };

    public static async Task Write(
        HttpContext http,
        int status,
        IReadOnlyList<WireError> errors,
        CancellationToken aborted
    )
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; odata.metadata=minimal";
        var id = http.Response.Headers["request-id"].ToString();
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Reading.JsonForm);
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", errors[0].Code);
        json.WriteString("message", $"{errors[0].Message}  CorrelationId:  {id}.");
        if (errors[0].Target.Length > 0)
            json.WriteString("target", errors[0].Target);
        if (errors.Count > 1 || errors[0].Target.Length > 0 || errors[0].Link is not null)
            WriteDetails(json, errors);
        if (errors[0].Rule.Length > 0)
        {
            json.WriteStartObject("innererror");
            json.WriteString("rule", errors[0].Rule);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(aborted);
    }

    private static void WriteDetails(Utf8JsonWriter json, IReadOnlyList<WireError> errors)
    {
        json.WriteStartArray("details");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("code", error.Code);
            json.WriteString("target", error.Target);
            json.WriteString("message", error.Message);
            if (error.Link is { } link)
                WriteLink(json, link);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteLink(Utf8JsonWriter json, RecordRef link)
    {
        json.WriteStartObject("link");
        json.WriteString("entity", link.Entity);
        if (link.No.Length > 0)
            json.WriteString("number", link.No);
        if (link is { Id: { } id, LineNo: 0 })
            json.WriteString("id", id);
        json.WriteEndObject();
    }
}
