using FsCheck.Xunit;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;
using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Tests.Accounts;

public sealed class IdentityTests
{
    [Fact]
    public void The_same_name_in_another_case_is_the_same_account() =>
        Assert.Equal(NamedUuid.Account("Ada"), NamedUuid.Account("ada"));

    [Fact]
    public void A_model_name_belongs_to_its_tournament() =>
        Assert.NotEqual(NamedUuid.Model(TournamentId.Classic, "ada"), NamedUuid.Model(TournamentId.Crypto, "ada"));

    [Property]
    public bool A_public_key_id_spells_its_account(Guid account)
    {
        var id = new AccountId(account);
        var publicId = PublicKeyId.Create(id);
        return publicId.Length == 32 && PublicKeyId.TryReadAccount(publicId, out var read) && read == id;
    }

    [Theory]
    [InlineData(null)]
    [InlineData("short")]
    [InlineData("abcdefghijklmnopqrstuvwxyz234567")]
    public void Other_text_is_no_public_key_id(string? text) => Assert.False(PublicKeyId.TryReadAccount(text, out _));

    [Theory]
    [InlineData("ab", false)]
    [InlineData("abc", true)]
    [InlineData("a-b_9", true)]
    [InlineData("-abc", false)]
    [InlineData("a b", false)]
    [InlineData("änne", false)]
    public void Names_have_3_to_40_letters_digits_dashes_and_underscores(string name, bool valid) =>
        Assert.Equal(valid, Names.Check(name, "username") is null);

    [Fact]
    public void Identifiers_are_plain_text_in_stored_JSON()
    {
        var round = new RoundId(TournamentId.Classic, 123);
        Assert.Equal("\"8/123\"", System.Text.Encoding.UTF8.GetString(StoredJson.Write(round)));
        Assert.Equal(round, StoredJson.Read<RoundId>("\"8/123\""u8));
    }
}
