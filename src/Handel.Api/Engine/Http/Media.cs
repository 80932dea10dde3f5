using Handel.Api.Engine.Contract;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Handel.Api.Engine.Http;

/// <summary>Stream properties (A10): bytes in and out at their own address.</summary>
internal static class Media
{
    public static async Task Run(ApiRequest request, Address address, FieldShape property)
    {
        var handlers = address.Resource.Media[property.Name];
        var method = request.Http.Request.Method;
        var (layout, row, id) = await Writing.Current(request, address, []);
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            await request.Permit(address.Resource, Operation.Read);
            await Send(request, await handlers.Read(request.Scope, id));
        }
        else if (HttpMethods.IsPatch(method) || HttpMethods.IsPut(method))
        {
            var write = handlers.Write ?? throw Methods.NotAllowed(request, address);
            await request.Permit(address.Resource, Operation.Update);
            IfMatch.Check(request, layout.ETag(row), address.Resource.Shape.HasETag);
            var outcome = await write(request.Scope, id, request.Http.Request.Body);
            Refusals.Throw(outcome.Fault, outcome.Problems);
            request.Response.StatusCode = 204;
        }
        else if (HttpMethods.IsDelete(method) && handlers.Clear is { } clear)
        {
            await request.Permit(address.Resource, Operation.Update);
            var outcome = await clear(request.Scope, id);
            Refusals.Throw(outcome.Fault, outcome.Problems);
            request.Response.StatusCode = 204;
        }
        else
            throw Methods.NotAllowed(request, address);
    }

    private static async Task Send(ApiRequest request, MediaContent? content)
    {
        if (content is null)
        {
            request.Response.StatusCode = 204;
            return;
        }
        await using var stream = content.Content;
        request.Response.ContentType = content.ContentType;
        request.Response.Headers.XContentTypeOptions = "nosniff";
        if (stream.CanSeek)
            request.Response.ContentLength = stream.Length;
        if (content.FileName.Length > 0)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(content.FileName);
            request.Response.Headers.ContentDisposition = disposition.ToString();
        }
        await stream.CopyToAsync(request.Response.Body, request.Scope.Aborted);
    }
}

/// <summary>Which verbs an address offers; the others are 405 with the list in Allow.</summary>
internal static class Methods
{
    public static RefusalException NotAllowed(ApiRequest request, Address address) =>
        new([
            new ApiFault(
                ErrorCode.MethodNotAllowed,
                Text.MethodNotAllowed,
                request.Http.Request.Method,
                address.Resource.Name
            )
            {
                Allow = string.Join(", ", Of(address)),
            },
        ]);

    private static IEnumerable<string> Of(Address address)
    {
        var resource = address.Resource;
        if (address.Action is not null)
            return ["POST"];
        if (address.Property is { Kind: EdmKind.Stream } stream)
        {
            var media = resource.Media[stream.Name];
            return Offered(
                ("GET", true),
                ("PATCH", media.Write is not null),
                ("DELETE", media.Clear is not null)
            );
        }
        if (address.Property is not null || address.WantsCount)
            return ["GET"];
        return address.IsEntity
            ? Offered(
                ("GET", true),
                ("PATCH", resource.UpdateRow is not null),
                ("DELETE", resource.DeleteRow is not null)
            )
            : Offered(("GET", true), ("POST", resource.CreateRow is not null));
    }

    private static IEnumerable<string> Offered(params (string Verb, bool IsOffered)[] verbs) =>
        verbs.Where(verb => verb.IsOffered).Select(verb => verb.Verb);
}
