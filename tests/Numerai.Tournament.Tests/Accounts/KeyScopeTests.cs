using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Governance;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Tests.Accounts;

/// <summary>What keys give, whatever was asked for and whatever is stored.</summary>
public sealed class KeyScopeTests
{
    private static readonly AccountId _participant = NamedUuid.Account("ada");

    public static TheoryData<string?[], string> Refusals => new()
    {
        { [null, "operator", "manage_account"], RefusalCodes.InvalidRequest },
        { ["operator"], RefusalCodes.NotAuthorised },
        { ["stake", "operator"], RefusalCodes.NotAuthorised },
        { ["stake", null], RefusalCodes.InvalidRequest },
        { ["Stake"], RefusalCodes.InvalidRequest },
        { [], RefusalCodes.InvalidRequest },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_participants_key_is_not_stored_with_a_scope_that_it_cannot_have(string?[] scopes, string code)
    {
        var account = new ParticipantFixture();
        var answer = account.Apply(AccountDecisions.AddApiKey(account.State, new AddApiKey("Q", "H", "second", [.. scopes!])));

        Assert.Equal(code, answer.Refusal!.Code);
        Assert.Single(account.State.ApiKeys);
    }

    [Fact]
    public void Scopes_that_an_earlier_version_stored_with_a_participants_key_give_nothing()
    {
        var account = new ParticipantFixture();
        var stored = account.State with { ApiKeys = [new StoredApiKey("P", "H", "first", [null!, Scopes.Operator, Scopes.Stake, "fly"])] };
        var opened = StoredJson.Read<ParticipantState>(StoredJson.Write(stored));

        Assert.Equal(["stake"], ParticipantProjections.Account(opened).ApiKeys.Single().Scopes);
        Assert.Equal(["stake"], Scopes.Trusted(opened.Id, opened.ApiKeys[0].Scopes));
        Assert.Equal(4, opened.ApiKeys[0].Scopes.Length);
        Assert.Empty(Scopes.Trusted(opened.Id, default));
    }

    [Fact]
    public void Only_the_operators_account_has_keys_with_the_scope_operator()
    {
        Assert.Null(Scopes.Check(GovernanceState.Operator, Scopes.All));
        Assert.Contains(Scopes.Operator, Scopes.Trusted(GovernanceState.Operator, Scopes.All));
        Assert.DoesNotContain(Scopes.Operator, Scopes.Trusted(_participant, Scopes.All));
        Assert.Null(Scopes.Check(_participant, Scopes.OfParticipants));
    }
}
