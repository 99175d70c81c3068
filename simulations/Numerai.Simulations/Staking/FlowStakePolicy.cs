using Numerai.Contracts;

namespace Numerai.Simulations.Staking;

/// <summary>
/// flows: as fixed, with capital going in or out every so many rounds (<c>every</c>, <c>flow</c>): deposits are staked on all models alike;
/// a negative flow releases that share of every stake and withdraws what has come back to the wallet.
/// </summary>
internal sealed class FlowStakePolicy : IStakePolicy
{
    public StakePlan Decide(StakeView view)
    {
        if (view.First)
        {
            return new([.. view.Models.Select(_ => view.EqualShare())], Nmr.Zero, Nmr.Zero);
        }

        var flow = (double)view.Options.Flow;
        if (flow < 0)
        {
            // What was released some rounds ago has come back by now and goes out.
            var release = view.Round % view.Options.Every == 0;
            return new([.. view.Models.Select(model => release ? Shares.Of(model.Active, 1 + flow) : model.Active)], Nmr.Zero, view.Wallet);
        }

        if (view.Round % view.Options.Every != 0)
        {
            return view.Keep();
        }

        var deposit = Shares.Of(view.Options.Flow);
        return new([.. view.Models.Select(model => model.Active + Shares.Of(deposit, 1.0 / view.Models.Length))], deposit, Nmr.Zero);
    }
}
