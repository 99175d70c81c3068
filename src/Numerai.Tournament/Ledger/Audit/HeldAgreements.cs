using Numerai.Contracts;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Agreements;
using Numerai.Tournament.Ports;
using Numerai.Tournament.Standings.Rows;

namespace Numerai.Tournament.Ledger.Audit;

/// <summary>What agreements and escrows hold.</summary>
/// <param name="Burned">By punishments; the treasury knows only what rounds burned.</param>
/// <param name="Moving">Ledger accounts with a transfer under way, which have no meaning until it is done.</param>
internal sealed record HeldAgreements(Nmr Burned, IReadOnlySet<string> Moving)
{
    private const int AtOnce = 64;
    private const int Page = 1000;

    /// <summary>Asks every agreement of the registry, and notes under its ledger account what it holds.</summary>
    public static async Task<HeldAgreements> ReadAsync(IActors actors, IReadModel readModel, Dictionary<string, Nmr> held)
    {
        var burned = Nmr.Zero;
        var moving = new HashSet<string>(StringComparer.Ordinal);
        for (var offset = 0; ; offset += Page)
        {
            var rows = await readModel.AgreementsAsync(null, null, Page, offset);
            foreach (var batch in rows.Where(row => row.Kind != AgreementKinds.Feed).Chunk(AtOnce))
            {
                foreach (var (row, amount, lost, isMoving) in await Task.WhenAll(batch.Select(row => AskAsync(actors, row))))
                {
                    var account = LedgerAccounts.Agreement(row.Id);
                    held[account] = amount;
                    burned += lost;
                    if (isMoving)
                    {
                        moving.UnionWith([account, LedgerAccounts.Burned]);
                        moving.Add(LedgerAccounts.Agreement(NamedUuid.AgreementOf(row.Id)));
                    }
                }
            }

            if (rows.Count < Page)
            {
                return new HeldAgreements(burned, moving);
            }
        }
    }

    private static async Task<(AgreementRow Row, Nmr Held, Nmr Burned, bool Moving)> AskAsync(IActors actors, AgreementRow row)
    {
        if (row.Kind != AgreementKinds.Escrow)
        {
            var agreement = (await actors.Agreement(row.Id).GetAsync()).Require();
            return (row, agreement.Stake, agreement.Burned, agreement.Moving);
        }

        var escrow = (await actors.Escrow(row.Id).GetAsync()).Require();
        return (row, escrow.HeldStake + escrow.HeldPayment, Nmr.Zero, escrow.Moving);
    }
}
