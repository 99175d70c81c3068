using System.Collections.Immutable;
using System.Numerics;
using Numerai.Contracts;

namespace Numerai.Tournament.Accounts;

/// <param name="Weight">Its share is this over the sum of all; 0 sends what the model holds and earns to the others.</param>
public sealed record PortfolioWeight(ModelId Model, decimal Weight)
{
    public const int Places = 9;
    public const decimal Largest = 1_000_000;

    private const long Units = 1_000_000_000;

    /// <summary>The weight as a whole number, so that dividing by it is exact.</summary>
    internal BigInteger Whole => new(Weight * Units);

    /// <summary>Null when weights are those of a portfolio of an account; an empty list ends one.</summary>
    internal static Refusal? Check(ParticipantState state, TournamentId tournament, ImmutableArray<PortfolioWeight> weights)
    {
        foreach (var (model, weight) in weights)
        {
            if (!state.Models.TryGetValue(model, out var stake))
            {
                return new Refusal(RefusalCodes.ModelNotOwned, $"The account has no model {model}.");
            }

            if (stake.Tournament != tournament)
            {
                return Invalid(
                    $"The model '{stake.Name}' is in tournament {stake.Tournament}; a portfolio has models of one tournament, "
                        + $"{tournament}.");
            }

            if (weight is < 0 or > Largest || decimal.Round(weight, Places) != weight)
            {
                return Invalid($"The weight of '{stake.Name}' is {weight}; a weight is 0 to {Largest}, with at most {Places} places.");
            }

            if (weights.Count(other => other.Model == model) > 1)
            {
                return Invalid($"The model '{stake.Name}' has two weights; give it one.");
            }
        }

        return weights.IsEmpty || weights.Any(weight => weight.Weight > 0) ? null : Invalid("All weights are 0; one has to be more.");
    }

    private static Refusal Invalid(string sentence) => new(RefusalCodes.InvalidWeights, sentence);
}
