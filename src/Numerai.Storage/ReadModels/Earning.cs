using Numerai.Contracts;

namespace Numerai.Storage.ReadModels;

/// <summary>What a round brought a model.</summary>
internal sealed class Earning
{
    public long Model { get; init; }

    public string Payout { get; init; } = "0";

    public string Burn { get; init; } = "0";

    public Nmr Gain => Nmr.Parse(Payout) - Nmr.Parse(Burn);
}
