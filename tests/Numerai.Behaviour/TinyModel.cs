using Numerai.Contracts;

namespace Numerai.Behaviour;

/// <summary>One model of the tiny tournament.</summary>
/// <param name="Skill">Share of the target in its predictions; the rest is noise of its own.</param>
/// <param name="Stake">Whole NMR staked at the beginning.</param>
public sealed record TinyModel(string Owner, string Name, double Skill, long Stake)
{
    public AccountId Account => NamedUuid.Account(Owner);

    public TournamentId Tournament { get; init; } = TournamentId.Classic;

    public ModelId Id => NamedUuid.Model(Tournament, Name);
}
