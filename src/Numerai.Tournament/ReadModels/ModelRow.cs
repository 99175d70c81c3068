using Numerai.Tournament.Identity;
using Numerai.Tournament.Money;

namespace Numerai.Tournament.ReadModels;

public sealed record ModelRow(
    ModelId Id, TournamentId Tournament, string Name, AccountId Owner, string Username, DateTimeOffset Created, Nmr Stake, Nmr Pending);
