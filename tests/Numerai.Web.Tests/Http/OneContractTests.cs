using System.Reflection;
using Numerai.Client;
using Numerai.Contracts;
using Numerai.Web.Hosting;

namespace Numerai.Web.Tests.Http;

/// <summary>What goes over the wire is written once, in Numerai.Contracts; a second record comes apart from it one day.</summary>
public sealed class OneContractTests
{
    /// <summary>Fewer members are alike by chance.</summary>
    private const int EnoughMembers = 2;

    private const string Clone = "<Clone>$";

    /// <summary>Names of types begin so.</summary>
    private static readonly string[] _allowed =
    [
        // The schema's own types, whose fields the clients of participants have fixed.
        "Numerai.Web.GraphQl.",

        // A refusal as it is read, of which a step's error has the same two fields.
        "Numerai.Client.Http.Refusals+Problem",
    ];

    [Fact]
    public void No_record_of_the_server_or_the_client_has_the_members_of_a_contract()
    {
        var contracts = Records(typeof(Nmr).Assembly).ToLookup(Members);

        var copies = Records(typeof(WebServerOptions).Assembly).Concat(Records(typeof(NumeraiClient).Assembly))
            .Where(record => !_allowed.Any(name => record.FullName!.StartsWith(name, StringComparison.Ordinal)))
            .SelectMany(record => contracts[Members(record)].Select(contract => $"{record.FullName} is {contract.FullName} once more."))
            .Order(StringComparer.Ordinal);

        Assert.Empty(copies);
    }

    /// <summary>The test above sees copies: the contracts are found, and so is one that stands twice.</summary>
    [Fact]
    public void A_copy_with_other_types_has_the_same_members()
    {
        var contracts = Records(typeof(Nmr).Assembly).ToList();

        Assert.Contains(typeof(Round), contracts);
        Assert.Equal(Members(typeof(LatestSubmission)), Members(typeof(CopiedSubmission)));
        Assert.Contains(typeof(CopiedSubmission), Records(typeof(OneContractTests).Assembly));
    }

    private static IEnumerable<Type> Records(Assembly assembly) => assembly.GetTypes()
        .Where(type => type.GetMethod(Clone) is not null && Properties(type).Length >= EnoughMembers);

    /// <summary>Names alone: a copy often has text where the contract has an id.</summary>
    private static string Members(Type record) =>
        string.Join(", ", Properties(record).Select(property => property.Name).Order(StringComparer.Ordinal));

    private static PropertyInfo[] Properties(Type record) => record.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private sealed record CopiedSubmission(string Id, string Round, string Received);
}
