using System.Xml;
using Handel.Api.Engine.Contract;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;
using Xunit;

namespace Handel.Api.Tests.Engine;

/// <summary>What an independent OData library makes of our documents.</summary>
public sealed class MetadataTests(ShopServer shop) : IClassFixture<ShopServer>
{
    [Fact]
    public async Task The_metadata_is_a_valid_model_that_repeats_the_contract()
    {
        var model = await Model();

        model.Validate(out var errors);
        Assert.DoesNotContain(errors, error => !OfTheContract.Contains(error.ErrorCode));
        Assert.Equal("Microsoft.NAV.NAV", model.EntityContainer.FullName());
        foreach (var name in new[] { "customers", "salesOrders", "salesOrderLines" })
        {
            var shape = ApiContract.V2.Sets[("/api/v2.0", name)];
            var type = model.FindDeclaredEntitySet(name).EntityType();
            Assert.Equal(shape.Key, type.Key().Select(key => key.Name));
            Assert.Equal(
                shape.Fields.Select(f => (f.Name, f.Type, f.IsNullable)),
                type.DeclaredStructuralProperties()
                    .Select(p => (p.Name, p.Type.FullName(), p.Type.IsNullable))
            );
        }
    }

    [Fact]
    public async Task Navigations_carry_partner_constraint_and_containment()
    {
        var model = await Model();

        var line = model.FindDeclaredEntitySet("salesOrderLines").EntityType();
        var order = (IEdmNavigationProperty)line.FindProperty("salesOrder");
        Assert.Equal("salesOrderLines", order.Partner.Name);
        Assert.True(order.ContainsTarget);
        var pair = order.ReferentialConstraint.PropertyPairs.Single();
        Assert.Equal(
            ("documentId", "id"),
            (pair.DependentProperty.Name, pair.PrincipalProperty.Name)
        );
        Assert.Single(
            model.FindDeclaredBoundOperations(
                model.FindDeclaredEntitySet("salesOrders").EntityType()
            )
        );
    }

    [Fact]
    public async Task Payloads_are_read_by_the_library_with_our_metadata()
    {
        var model = await Model();
        var response = await shop.Send(
            HttpMethod.Get,
            "salesOrders?$expand=customer,salesOrderLines&$count=true",
            ""
        );

        var settings = new ODataMessageReaderSettings { BaseUri = shop.Client.BaseAddress };
        using var reader = new ODataMessageReader(
            new Received(
                response,
                await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
            ),
            settings,
            model
        );
        var read = await reader.CreateODataResourceSetReaderAsync();
        var types = new List<string>();
        while (await read.ReadAsync())
            if (read is { State: ODataReaderState.ResourceEnd, Item: ODataResource { } resource })
                types.Add(resource.TypeName);

        Assert.Equal(3, types.Count(type => type == "Microsoft.NAV.salesOrder"));
        Assert.Equal(3, types.Count(type => type == "Microsoft.NAV.customer"));
        Assert.Equal(6, types.Count(type => type == "Microsoft.NAV.salesOrderLine"));
    }

    [Fact]
    public async Task The_service_document_lists_what_is_served()
    {
        var document = await shop.Get("/api/v2.0");

        Assert.Contains(
            document.GetProperty("value").EnumerateArray(),
            set => set.GetProperty("name").GetString() == "customers"
        );
        Assert.EndsWith(
            "/api/v2.0/$metadata",
            document.GetProperty("@odata.context").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Companies_stand_above_companies_and_have_no_etag()
    {
        var page = await shop.Get("/api/v2.0/companies");

        var company = page.GetProperty("value")[0];
        Assert.Equal("Handel Test", company.GetProperty("name").GetString());
        Assert.False(company.TryGetProperty("@odata.etag", out _));
    }

    // What the published contract itself asks for: blank member names, and containment on the
    // child's way back to its parent.
    private static readonly EdmErrorCode[] OfTheContract =
    [
        EdmErrorCode.InvalidName,
        EdmErrorCode.NavigationPropertyWithNonRecursiveContainmentSourceMustBeFromOne,
        EdmErrorCode.InvalidMultiplicityOfPrincipalEnd,
        EdmErrorCode.InvalidMultiplicityOfDependentEnd,
    ];

    private async Task<IEdmModel> Model()
    {
        using var xml = XmlReader.Create(await shop.Client.GetStreamAsync("/api/v2.0/$metadata"));
        return CsdlReader.Parse(xml);
    }

    private sealed class Received(HttpResponseMessage response, Stream body)
        : IODataResponseMessageAsync
    {
        public IEnumerable<KeyValuePair<string, string>> Headers =>
            response
                .Headers.Concat(response.Content.Headers)
                .Select(h => KeyValuePair.Create(h.Key, string.Join(',', h.Value)));

        public int StatusCode
        {
            get => (int)response.StatusCode;
            set => throw new NotSupportedException();
        }

        public string GetHeader(string headerName) =>
            Headers
                .FirstOrDefault(h => h.Key.Equals(headerName, StringComparison.OrdinalIgnoreCase))
                .Value;

        public Stream GetStream() => body;

        public Task<Stream> GetStreamAsync() => Task.FromResult(body);

        public void SetHeader(string headerName, string headerValue) =>
            throw new NotSupportedException();
    }
}
