using System.Text.Json.Serialization;

namespace Numerai.Contracts;

/// <summary>What to do with a portfolio. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PortfolioChangeType>))]
public enum PortfolioChangeType
{
    /// <summary>Gives it other weights, or makes it; without weights it ends and its models keep the stakes that they have.</summary>
    Set,

    /// <summary>Wallet to the active stakes, at once.</summary>
    Increase,

    /// <summary>Active stakes to pending releases.</summary>
    Decrease,

    /// <summary>All of it to pending releases, with what was on its way from model to model.</summary>
    Drain,
}
