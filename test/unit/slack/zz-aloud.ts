import { messageAbout } from '#application/compose-message.ts'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { renderHelp, renderShow } from '#adapters/slack/blocks/answers.ts'
import { renderHome } from '#adapters/slack/blocks/home.ts'
import { renderList } from '#adapters/slack/blocks/list.ts'
import { showView } from '#adapters/slack/views/show.ts'
import * as v from './stories.ts'
import * as s from './steps.ts'
const t=(x:any)=>x?.text
const rich=(els:any[]):string=>els.map(p=>p.type==='rich_text_list'?p.elements.map((e:any)=>'• '+rich([e])).join('\n'):(p.type==='rich_text_quote'?'| ':'')+p.elements.map((e:any)=>e.style?.bold?`**${e.text}**`:e.style?.italic?`_${e.text}_`:e.type==='link'?`<${e.text}>`:e.text).join('')).join('\n')
const el=(e:any)=>e.type==='button'?`[${t(e.text)}]`:e.type==='datepicker'?`[${e.initial_date??t(e.placeholder)}▾]`:`[${e.type}]`
export const aloud=(blocks:any[])=>blocks.map(b=>b.type==='rich_text'?rich(b.elements):b.type==='context'?'  ~ '+b.elements.map(t).join(' '):b.type==='actions'?b.elements.map(el).join(' '):b.type==='section'?t(b.text)+(b.accessory?'  '+el(b.accessory):''):b.type==='header'?'# '+t(b.text):b.type==='divider'?'---':b.type==='input'?`${t(b.label)}${b.optional?' (optional)':''}: ${b.element.type} ${b.element.initial_value??t(b.element.initial_option?.text)??b.element.initial_date??''} ${b.hint?'('+t(b.hint)+')':''}`:b.type).join('\n')
export const say=(title:string,r:any)=>console.log(`\n=== ${title}\n${aloud(r.blocks)}`)
const show=(title:string,subject:any,story:any,now?:Date,link?:string)=>{const m=messageAbout(subject,v.aboutOf(story,now),link); say(title, m?renderMessage(m):{blocks:[]})}
if (import.meta.main) {
const fresh=v.storyOf()
const card=(st:any)=>({kind:'card',card:st.issue.card})
const seqOf=(st:any,k:string)=>st.timeline.findLast((e:any)=>e.kind===k)?.seq
show('card flagged',card(fresh),fresh)
const claimed=v.storyOf({},s.claim(),s.promise); show('card claimed',card(claimed),claimed, v.later(30))
const hand=v.storyOf({},s.claim(),s.promise,s.handTo('sales_ops')); show('card handover',card(hand),hand)
const res=v.storyOf({},s.claim(),s.resolve()); show('card resolved',card(res),res)
const closed=v.storyOf({},s.claim(),s.resolve(),s.close()); show('card closed',card(closed),closed)
const reop=v.storyOf({},s.claim(),s.resolve(),s.close(),s.reopen()); show('card reopened',card(reop),reop)
const wd=v.storyOf({},s.withdraw); show('card withdrawn',card(wd),wd)
const priv=v.storyOf({audience:'restricted'}); show('card restricted',card(priv),priv)
const unr=v.storyOf({stage:undefined} as any); show('card unrouted',card(unr),unr)
const moved=v.storyOf({stage:'onboard'},s.notOurs()); show('pointer',{kind:'card',card:1},moved,undefined,'https://acme.slack.com/x'); show('card after not ours',card(moved),moved)
show('ask first',{kind:'ask',round:1,rung:'first',person:'U0BEN'},fresh)
show('ask backup',{kind:'ask',round:1,rung:'backup',person:'U0LOU'},fresh,v.later(4.5))
show('ask lead',{kind:'ask',round:1,rung:'lead',person:'U0DANA'},fresh,v.later(24))
show('ask settled',{kind:'ask',round:1,rung:'first',person:'U0BEN'},claimed)
show('ask settled not ours',{kind:'ask',round:1,rung:'first',person:'U0ANNA'},moved)
show('receipt',{kind:'receipt',person:'U0ANNA',follower:false},fresh)
show('receipt restricted',{kind:'receipt',person:'U0ANNA',follower:false},priv)
show('receipt follower',{kind:'receipt',person:'U0MIA',follower:true},claimed)
show('mine',{kind:'mine',person:'U0BEN',since:String(seqOf(claimed,'claimed'))},v.storyOf({},s.claim()))
show('mine promised',{kind:'mine',person:'U0BEN',since:String(seqOf(claimed,'claimed'))},claimed)
show('mine resolved',{kind:'mine',person:'U0BEN',since:String(seqOf(res,'claimed'))},res)
show('mine closed',{kind:'mine',person:'U0BEN',since:String(seqOf(closed,'claimed'))},closed)
show('handover',{kind:'handover',id:hand.issue.handover!.id,person:'U0MIA',seq:seqOf(hand,'handover_asked')},hand)
const acc=v.storyOf({},s.claim(),s.promise,s.handTo('sales_ops'),s.accept); show('handover accepted',{kind:'handover',id:hand.issue.handover!.id,person:'U0MIA',seq:seqOf(acc,'handover_asked')},acc)
show('mine after handover',{kind:'mine',person:'U0BEN',since:String(seqOf(acc,'claimed'))},acc)
const ret=v.storyOf({},s.claim(),s.promise,s.handTo('sales_ops'),s.giveBack()); show('returned',{kind:'returned',seq:seqOf(ret,'handover_returned'),person:'U0BEN'},ret)
const back=v.storyOf({},s.claim(),s.handTo('sales_ops'),s.accept,s.handTo('billing')); show('handover back',{kind:'handover',id:back.issue.handover!.id,person:'U0BEN',seq:seqOf(back,'handover_asked')},back)
show('route',{kind:'route',seq:seqOf(unr,'unrouted'),person:'U0CARLA'},unr)
const stop=v.storyOf({},s.claim(),s.handTo('sales_ops'),s.accept,s.handTo('billing'),s.accept,s.handTo('support')); show('council note',{kind:'council_note',seq:seqOf(stop,'handover_sent_to_council')},stop, v.later(50))
show('council ask',{kind:'council_ask',round:1},fresh,v.later(26))
for(const e of [...stop.timeline,...reop.timeline]) show('story '+e.kind,{kind:'story',seq:e.seq}, stop.timeline.includes(e)?stop:reop)
show('news',{kind:'news',seq:seqOf(res,'resolved'),person:'U0ANNA'},res)
say('show',renderShow(v.aboutOf(ret)))
say('help',renderHelp('triangular_flag_on_post'))
const line=(st:any)=>({...st.issue,customerName:st.customerName,ownerName:st.names[st.issue.owner],words:st.timeline[0].words.text})
say('list',renderList({council:v.council,now:v.later(30),more:true,lines:[line(fresh),line(claimed),line(hand)]}))
say('home',renderHome({council:v.council,now:v.later(30),toRoute:[line(unr)],toClaim:[line(fresh)],toAccept:[line(hand)],mine:[line(claimed),line(res)]}))
say('see all',showView(v.aboutOf(ret)))
}
